package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A circuit breaker. Closed, it counts attempts over a sliding window; when too many of them fail or are slow it opens and
 * lets nothing pass for a time. Then it is half open: a few requests pass, and what becomes of their attempts closes it or
 * opens it again. A request that passed and came to nothing (its client left) decides nothing; after another such time as
 * many pass anew. Lock-free, shared by all event loops. Times are {@link System#nanoTime}, given by the caller.
 */
public final class Circuit {
    private static final int SLOTS = 10;
    private static final int HUNDRED = 100;

    private sealed interface State {
        record Closed(Window attempts, Window failed, Window slow) implements State {}

        record Open(long until, String reason) implements State {}

        record HalfOpen(long since, String reason, AtomicInteger passed, AtomicInteger well) implements State {}
    }

    private final CircuitRule rule;
    private final Failures failures;
    private final Changes changes;
    private final AtomicReference<State> state;

    Circuit(CircuitRule rule, Changes changes) {
        this.rule = rule;
        this.changes = changes;
        failures = new Failures(rule.on());
        state = new AtomicReference<>(closed());
    }

    private State.Closed closed() {
        return new State.Closed(window(), window(), window());
    }

    private Window window() {
        return new Window(SLOTS, rule.windowNanos() / SLOTS);
    }

    CircuitRule rule() {
        return rule;
    }

    private State at() {
        return Objects.requireNonNull(state.get());
    }

    /** Whether a request may pass now. */
    public boolean mayPass(long now) {
        while (true) {
            State at = at();
            switch (at) {
                case State.Closed _ -> {
                    return true;
                }
                case State.Open open -> {
                    if (now - open.until() < 0) {
                        return false;
                    }
                    state.compareAndSet(at, halfOpen(now, open.reason()));
                }
                case State.HalfOpen half -> {
                    if (now - half.since() < rule.openNanos()) {
                        return half.passed().incrementAndGet() <= rule.probes();
                    }
                    state.compareAndSet(at, halfOpen(now, half.reason()));
                }
            }
        }
    }

    private static State.HalfOpen halfOpen(long now, String reason) {
        return new State.HalfOpen(now, reason, new AtomicInteger(), new AtomicInteger());
    }

    /** An attempt was answered. */
    void answered(int status, long took, long now) {
        count(failures.has(status), took > rule.slowNanos(), now);
    }

    /** An attempt ended in a fault. */
    void failed(Fault fault, long now) {
        if (failures.has(fault)) {
            count(true, false, now);
        }
    }

    private void count(boolean failed, boolean slow, long now) {
        switch (at()) {
            case State.Closed closed -> {
                closed.attempts().add(now);
                if (failed) {
                    closed.failed().add(now);
                }
                if (slow) {
                    closed.slow().add(now);
                }
                if (failed || slow) {
                    judge(closed, now);
                }
            }
            case State.HalfOpen half -> {
                if (failed || slow) {
                    open(half, "a request that was let through " + (failed ? "failed" : "was slow"), now);
                } else if (half.well().incrementAndGet() >= rule.probes() && state.compareAndSet(half, closed())) {
                    changes.add(UpstreamChange.circuit(
                            false, rule.probes() == 1 ? "a request went well" : rule.probes() + " requests went well"));
                }
            }
            case State.Open _ -> {
                // it was sent before the circuit opened
            }
        }
    }

    private void judge(State.Closed closed, long now) {
        long attempts = closed.attempts().sum(now);
        if (attempts < rule.minimum()) {
            return;
        }
        long failed = closed.failed().sum(now);
        long slow = closed.slow().sum(now);
        if (failed * HUNDRED >= attempts * rule.failedPercent()) {
            open(closed, failed + " of " + attempts + " attempts failed", now);
        } else if (slow * HUNDRED >= attempts * rule.slowPercent()) {
            open(closed, slow + " of " + attempts + " answers were slow", now);
        }
    }

    private void open(State from, String reason, long now) {
        if (state.compareAndSet(from, new State.Open(now + rule.openNanos(), reason))) {
            changes.add(UpstreamChange.circuit(true, reason));
        }
    }

    /** What there is to say of it. */
    public CircuitUse use(long now) {
        return switch (at()) {
            case State.Closed closed ->
                new CircuitUse(
                        CircuitUse.State.CLOSED,
                        closed.attempts().sum(now),
                        closed.failed().sum(now),
                        closed.slow().sum(now),
                        null,
                        null);
            case State.Open open ->
                new CircuitUse(
                        CircuitUse.State.OPEN,
                        0,
                        0,
                        0,
                        open.reason(),
                        Duration.ofNanos(Math.max(0, open.until() - now)));
            case State.HalfOpen half -> new CircuitUse(CircuitUse.State.HALF_OPEN, 0, 0, 0, half.reason(), null);
        };
    }
}
