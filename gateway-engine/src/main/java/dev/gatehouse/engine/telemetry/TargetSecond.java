package dev.gatehouse.engine.telemetry;

import org.jspecify.annotations.Nullable;

/** What one target did in one second. */
record TargetSecond(
        long requests,
        long errors,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {
    static final TargetSecond IDLE = new TargetSecond(0, 0, null, null, null);

    static TargetSecond of(Tally tally) {
        return new TargetSecond(
                tally.requests(),
                tally.errors(),
                tally.percentile(0.5),
                tally.percentile(0.95),
                tally.percentile(0.99));
    }
}
