package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream of the active revision: its targets in the order of the configuration, the use of its pool and, if it has
 * them, of its retry budget, the state of its circuit and of its discovery.
 */
public record UpstreamHealth(
        List<TargetState> targets,
        PoolUse pool,
        @Nullable RetryUse retries,
        @Nullable CircuitUse circuit,
        @Nullable DiscoveryUse discovery) {
    /** Copies the list. */
    public UpstreamHealth {
        targets = List.copyOf(targets);
    }
}
