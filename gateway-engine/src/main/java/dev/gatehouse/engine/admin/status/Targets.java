package dev.gatehouse.engine.admin.status;

import static dev.gatehouse.engine.admin.endpoint.Shape.flag;
import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.force.ForceEndpoints;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.telemetry.RetryUse;
import dev.gatehouse.engine.telemetry.TargetState;
import dev.gatehouse.engine.telemetry.UpstreamHealth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes what is known of an upstream and its targets. */
final class Targets {
    static final Shape TARGET = object("TargetStatus")
            .with("address", text())
            .with("health", text().about("unknown, up or down"))
            .may("reason", text().about("Why it takes no requests, where the upstream watches over health."))
            .may("until", text().about("When its ejection ends."))
            .with("weight", integer())
            .with("drained", flag().about("Takes no new requests."))
            .may("found", flag().about("Found by discovery; left out of one that is configured."))
            .with("inFlight", integer())
            .may("forced", ForceEndpoints.FORCED)
            .with(
                    "lastError",
                    StatusEndpoints.ERROR.orNull().about("Why the last call could not connect, until one can."));
    static final Shape POOL = object("PoolStatus")
            .with("connections", integer().about("In use by requests."))
            .with("limit", integer())
            .with("waiting", integer().about("Requests that wait for a connection."))
            .with("pendingLimit", integer())
            .with("adaptive", flag().about("Whether the limit follows how long answers take."))
            .with("refused", integer().about("Requests since the start that could not wait or waited too long."));
    static final Shape RETRIES = object("RetryStatus")
            .with("used", integer().about("Retries of the last ten seconds."))
            .with("limit", integer().about("The most in that time."))
            .with("total", integer())
            .with("refused", integer().about("How often the budget allowed none."));
    static final Shape CIRCUIT = object("CircuitStatus")
            .with("state", text().about("closed, open or half-open"))
            .with("attempts", integer().about("Attempts in the window, while it is closed."))
            .with("failed", integer())
            .with("slow", integer())
            .may("reason", text().about("Why it is not closed."))
            .may("until", text().about("When requests are let through to see, while it is open."));

    private Targets() {}

    static void write(ObjectNode node, TargetState target) {
        node.put("address", target.address())
                .put("health", target.health().name().toLowerCase(Locale.ROOT));
        if (target.reason() != null) {
            node.put("reason", target.reason());
        }
        if (target.until() != null) {
            node.put("until", target.until().toString());
        }
        node.put("weight", target.weight()).put("drained", target.drained()).put("inFlight", target.inFlight());
        if (target.found()) {
            node.put("found", true);
        }
        if (target.forced() != null) {
            node.set("forced", ForceEndpoints.json(target.forced()));
        }
        node.set("lastError", Errors.ofTarget(target));
    }

    /** Writes how much is in use of what an upstream has. */
    static void writeUse(ObjectNode node, UpstreamHealth upstream) {
        node.putObject("pool")
                .put("connections", upstream.pool().connections())
                .put("limit", upstream.pool().limit())
                .put("waiting", upstream.pool().waiting())
                .put("pendingLimit", upstream.pool().pendingLimit())
                .put("adaptive", upstream.pool().adaptive())
                .put("refused", upstream.pool().refused());
        RetryUse retries = upstream.retries();
        if (retries != null) {
            node.putObject("retries")
                    .put("used", retries.used())
                    .put("limit", retries.limit())
                    .put("total", retries.total())
                    .put("refused", retries.refused());
        }
        CircuitUse circuit = upstream.circuit();
        if (circuit != null) {
            ObjectNode state = node.putObject("circuit")
                    .put("state", circuit.state().word())
                    .put("attempts", circuit.attempts())
                    .put("failed", circuit.failed())
                    .put("slow", circuit.slow());
            if (circuit.reason() != null) {
                state.put("reason", circuit.reason());
            }
            if (circuit.left() != null) {
                state.put(
                        "until",
                        Instant.now()
                                .plus(circuit.left())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
            }
        }
    }
}
