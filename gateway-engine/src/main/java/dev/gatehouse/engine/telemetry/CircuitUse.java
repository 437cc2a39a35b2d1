package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of an upstream's circuit breaker.
 *
 * @param attempts attempts in its window, as far as the circuit is closed
 * @param failed those that failed
 * @param slow those whose answer began late
 * @param reason why it is not closed; null if it is
 * @param left how long it stays open; null if it is not open
 */
public record CircuitUse(
        State state,
        long attempts,
        long failed,
        long slow,
        @Nullable String reason,
        @Nullable Duration left) {
    /** The states of a circuit. */
    public enum State {
        /** Requests pass. */
        CLOSED,
        /** None passes. */
        OPEN,
        /** A few pass, to see. */
        HALF_OPEN;

        /** The state as the Admin API writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
