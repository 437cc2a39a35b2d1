package dev.gatehouse.engine.store.calls;

import java.time.Duration;

/**
 * What the store keeps at most.
 *
 * @param calls how long calls are kept
 * @param rollUps how long roll-ups are kept
 * @param bytes how much the file may hold; beyond, the oldest calls go first
 */
public record CallStoreLimits(Duration calls, Duration rollUps, long bytes) {
    /** A week of calls, 30 days of roll-ups, 1 GiB. */
    public static final CallStoreLimits DEFAULT =
            new CallStoreLimits(Duration.ofDays(7), Duration.ofDays(30), 1L << 30);
}
