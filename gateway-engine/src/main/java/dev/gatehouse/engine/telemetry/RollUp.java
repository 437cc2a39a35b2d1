package dev.gatehouse.engine.telemetry;

import java.time.Instant;

/**
 * What the counters of one thing gained in one minute. There may be more than one for the same minute (a restart in
 * between); they add up.
 *
 * @param minute the start of the minute
 * @param name the full name of the route or upstream; empty for the total
 */
public record RollUp(Instant minute, Kind kind, String name, Tally tally) {
    /** What a roll-up is about. */
    public enum Kind {
        TOTAL,
        ROUTE,
        UPSTREAM
    }
}
