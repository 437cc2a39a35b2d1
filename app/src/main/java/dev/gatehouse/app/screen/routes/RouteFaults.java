package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.Injection;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Effects;
import dev.gatehouse.app.fault.FaultWords;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.text.Texts;
import java.time.Instant;
import java.util.List;

/** The faults that are injected into the route in the designer: into the one that is live, whatever its draft says. */
final class RouteFaults {
    private final Draft draft;
    private final ObjectKey key;
    private final RunningFaults faults;
    private final Connection connection;

    RouteFaults(Draft draft, ObjectKey key, RunningFaults faults, Connection connection) {
        this.draft = draft;
        this.key = key;
        this.faults = faults;
        this.connection = connection;
    }

    /** Whether the gateway injects faults at all. */
    boolean arePossible() {
        return faults.isPossible();
    }

    /** Why none can be injected, a sentence; empty if one can. */
    String refusal() {
        return live().isEmpty() ? Texts.get("injection.apply-first") : "";
    }

    /** Those that run. */
    List<Injection> running() {
        String live = live();
        return live.isEmpty() ? List.of() : faults.of(live);
    }

    /** A line for each, on the stop where it is injected. */
    List<String> lines() {
        Instant now = now();
        return running().stream()
                .map(each -> Texts.get("injection.stop", FaultWords.brief(each), FaultWords.left(each, now)))
                .toList();
    }

    /** What time it is, for what is left of them. */
    Instant now() {
        return faults.now();
    }

    /** Ends one now. */
    void end(Injection fault) {
        faults.end(fault);
    }

    /**
     * One to be injected.
     *
     * @param started is told once it runs
     */
    FaultModel begin(Runnable started) {
        ObjectNode route = draft.baseObject(key);
        return new FaultModel(
                faults,
                live(),
                route == null ? "" : Effects.calls(route),
                connection.environment() == Environment.PRODUCTION ? connection.name() : "",
                started);
    }

    /** The route's name in the revision that is live; empty if it is not there yet. */
    private String live() {
        for (ObjectChange change : draft.changes()) {
            if (change.key().equals(key)) {
                return change.before() == null ? "" : change.was().name();
            }
        }
        return key.name();
    }
}
