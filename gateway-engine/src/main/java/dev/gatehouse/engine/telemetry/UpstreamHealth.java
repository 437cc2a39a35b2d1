package dev.gatehouse.engine.telemetry;

import java.util.List;

/** An upstream of the active revision: its targets in the order of the configuration, and the use of its pool. */
public record UpstreamHealth(List<TargetState> targets, PoolUse pool) {
    /** Copies the list. */
    public UpstreamHealth {
        targets = List.copyOf(targets);
    }
}
