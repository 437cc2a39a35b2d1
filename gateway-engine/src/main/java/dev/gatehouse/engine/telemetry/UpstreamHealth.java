package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upstream of the active revision: its targets in the order of the configuration, and the use of its pool and of its retry budget, if it has one. */
public record UpstreamHealth(
        List<TargetState> targets, PoolUse pool, @Nullable RetryUse retries) {
    /** Copies the list. */
    public UpstreamHealth {
        targets = List.copyOf(targets);
    }
}
