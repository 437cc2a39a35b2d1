package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the health of the targets. Where their upstream watches over it, that is what counts; else what the
 * calls show: one is down when {@value #FAILURES} calls in a row could not connect
 * to it, and up again at the first that could. Only targets that the upstream has are watched.
 */
final class TargetWatch {
    static final int FAILURES = 3;

    private final Events events;
    private Map<String, Watched> upstreams = Map.of();
    private final InstantSource clock;

    /** An upstream with the states of the targets that it had when they were last asked for. */
    private static final class Watched {
        final RevisionNames.Upstream upstream;
        List<RevisionNames.Target> targets = List.of();
        Map<String, State> states;

        Watched(RevisionNames.Upstream upstream, Map<String, State> before) {
            this.upstream = upstream;
            states = before;
            states();
        }

        /** Those of the targets that there are now. */
        @SuppressWarnings("ReferenceEquality") // the same list as long as no target comes or goes
        final Map<String, State> states() {
            List<RevisionNames.Target> now = upstream.targets().get();
            if (now != targets) {
                Map<String, State> next = new LinkedHashMap<>();
                now.forEach(target -> next.put(target.address(), new State(target, states.get(target.address()))));
                states = next;
                targets = now;
            }
            return states;
        }
    }

    private static final class State {
        final RevisionNames.Target target;
        TargetState.Health health = TargetState.Health.UNKNOWN;
        int failures;
        TargetState.@Nullable LastError lastError;

        State(RevisionNames.Target target, @Nullable State before) {
            this.target = target;
            if (before != null) {
                health = before.health;
                failures = before.failures;
                lastError = before.lastError;
            }
        }

        TargetState seen(Instant now) {
            TargetVerdict verdict = target.verdict().get();
            Duration left = verdict == null ? null : verdict.left();
            return new TargetState(
                    target.address(),
                    verdict == null || verdict.health() == TargetState.Health.UNKNOWN ? health : verdict.health(),
                    target.weight(),
                    target.weight() == 0,
                    target.found(),
                    target.inFlight().getAsInt(),
                    verdict == null ? null : verdict.reason(),
                    left == null ? null : now.plus(left).truncatedTo(ChronoUnit.SECONDS),
                    target.forced().get(),
                    lastError);
        }
    }

    TargetWatch(InstantSource clock, Events events) {
        this.clock = clock;
        this.events = events;
    }

    /** Watches these from now on; those watched already keep their state. */
    synchronized void watch(List<RevisionNames.Upstream> next) {
        Map<String, Watched> watched = new HashMap<>();
        for (RevisionNames.Upstream upstream : next) {
            Watched before = upstreams.get(upstream.name());
            watched.put(upstream.name(), new Watched(upstream, before == null ? Map.of() : before.states));
        }
        upstreams = watched;
    }

    private @Nullable State state(String upstream, String target) {
        Watched watched = upstreams.get(upstream);
        return watched == null ? null : watched.states().get(target);
    }

    /** Draws from a call what it shows. */
    void see(RecordedCall call) {
        @Nullable String[] place = call.place();
        String upstream = place[0];
        String target = place[1];
        if (upstream == null || target == null) {
            return;
        }
        Fault fault = call.fault();
        if (fault == Fault.CONNECT_FAILED || fault == Fault.CONNECT_TIMEOUT || fault == Fault.TLS_FAILED) {
            failed(upstream, target, fault, call);
        } else if (call.isConnected()) {
            reached(upstream, target);
        }
    }

    private synchronized void failed(String upstream, String target, Fault fault, RecordedCall call) {
        State state = state(upstream, target);
        if (state != null) {
            state.lastError = new TargetState.LastError(call.time(), fault.code(), call.faultDetail());
        }
        if (state == null
                || isWatched(state)
                || ++state.failures < FAILURES
                || state.health == TargetState.Health.DOWN) {
            return;
        }
        state.health = TargetState.Health.DOWN;
        String reason = FAILURES + " calls in a row could not connect (" + fault.code() + ")";
        events.publish(
                Event.Kind.TARGET_DOWN,
                EventObject.target(upstream, target),
                reason,
                "Target " + target + " of upstream " + upstream + " is down: " + reason + ".");
    }

    private synchronized void reached(String upstream, String target) {
        State state = state(upstream, target);
        if (state == null) {
            return;
        }
        state.failures = 0;
        state.lastError = null;
        if (state.health == TargetState.Health.DOWN && !isWatched(state)) {
            events.publish(
                    Event.Kind.TARGET_UP,
                    EventObject.target(upstream, target),
                    "a call could connect",
                    "Target " + target + " of upstream " + upstream + " takes connections again.");
        }
        state.health = TargetState.Health.UP;
    }

    private static boolean isWatched(State state) {
        return state.target.verdict().get() != null;
    }

    /** Tells what has changed since this was last done. */
    synchronized void tell() {
        upstreams.forEach((name, watched) -> watched.upstream
                .changes()
                .get()
                .forEach(change -> events.publish(
                        change.kind(),
                        change.target() == null
                                ? EventObject.upstream(name)
                                : EventObject.target(name, change.target()),
                        change.reason(),
                        change.message(name))));
    }

    /** All upstreams with what is known of them. */
    synchronized Map<String, UpstreamHealth> all() {
        Map<String, UpstreamHealth> all = new TreeMap<>();
        for (String name : upstreams.keySet()) {
            UpstreamHealth health = upstream(name);
            if (health != null) {
                all.put(name, health);
            }
        }
        return all;
    }

    /** What is known of an upstream now; null if it is not configured. */
    synchronized @Nullable UpstreamHealth upstream(String name) {
        Watched watched = upstreams.get(name);
        if (watched == null) {
            return null;
        }
        RevisionNames.Upstream upstream = watched.upstream;
        Instant now = clock.instant();
        return new UpstreamHealth(
                watched.states().values().stream().map(state -> state.seen(now)).toList(),
                upstream.pool().get(),
                upstream.retries().get(),
                upstream.circuit().get(),
                upstream.discovery().get());
    }
}
