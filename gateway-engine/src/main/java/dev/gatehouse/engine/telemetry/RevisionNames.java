package dev.gatehouse.engine.telemetry;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names behind the dense numbers of a revision: the place in the list is the number that decision records carry.
 *
 * @param routes full names of the routes
 */
public record RevisionNames(int revision, List<String> routes, List<Upstream> upstreams) {
    /** Copies the lists. */
    public RevisionNames {
        routes = List.copyOf(routes);
        upstreams = List.copyOf(upstreams);
    }

    /**
     * An upstream.
     *
     * @param name its full name
     * @param targets tells the targets that there are now, the same list until one comes or goes; from any thread
     * @param pool tells how much of the pool is in use now; from any thread
     * @param retries tells how much of the retry budget is in use now, or null; from any thread
     * @param circuit tells the state of the circuit breaker, or null; from any thread
     * @param discovery tells how the discovery of targets goes, or null; from any thread
     * @param changes takes the changes of health and circuit since it was last asked; from any thread
     */
    public record Upstream(
            String name,
            Supplier<List<Target>> targets,
            Supplier<PoolUse> pool,
            Supplier<@Nullable RetryUse> retries,
            Supplier<@Nullable CircuitUse> circuit,
            Supplier<@Nullable DiscoveryUse> discovery,
            Supplier<List<UpstreamChange>> changes) {}

    /**
     * A target.
     *
     * @param weight its share of the requests; 0 while it is drained
     * @param found whether discovery has found it
     * @param inFlight tells how many requests are at it now; from any thread
     * @param verdict tells what its upstream says of its health, null if that does not watch; from any thread
     * @param forced tells what an operator has said of it, or null; from any thread
     */
    public record Target(
            String address,
            int weight,
            boolean found,
            IntSupplier inFlight,
            Supplier<@Nullable TargetVerdict> verdict,
            Supplier<@Nullable ForcedTarget> forced) {}
}
