package dev.gatehouse.engine.telemetry;

import java.util.List;

/**
 * Calls that have just ended, oldest first.
 *
 * @param dropped how many more matched in the same span of time and were left out
 */
public record TailFrame(List<Call> calls, long dropped) {
    /** Copies the list. */
    public TailFrame {
        calls = List.copyOf(calls);
    }
}
