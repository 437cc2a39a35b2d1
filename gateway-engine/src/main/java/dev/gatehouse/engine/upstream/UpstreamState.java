package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Upstream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upstream at work. */
public final class UpstreamState {
    private final Upstream upstream;
    private final List<TargetState> targets;
    private final Chooser chooser;
    private final Permits permits;

    /** The state of an upstream that has just been configured. */
    public UpstreamState(Upstream upstream) {
        this.upstream = upstream;
        targets = upstream.targets().stream().map(TargetState::new).toList();
        chooser = upstream.balancer().type() == Balancer.Type.LEAST_REQUESTS
                ? new LeastRequests(targets)
                : new RoundRobin(targets);
        permits = new Permits(upstream.pool().connections(), upstream.pool().pending());
    }

    /** The configuration that it has. */
    public Upstream upstream() {
        return upstream;
    }

    /** Its targets, in the order of the configuration. */
    public List<TargetState> targets() {
        return targets;
    }

    /** The target of the next request, or null if none may take one. */
    public @Nullable TargetState choose() {
        return chooser.choose();
    }

    /** Its pool's permits. */
    public Permits permits() {
        return permits;
    }
}
