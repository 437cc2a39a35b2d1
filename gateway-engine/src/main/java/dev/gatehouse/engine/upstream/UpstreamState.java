package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Target;
import dev.gatehouse.engine.model.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upstream at work. */
public final class UpstreamState {
    private final Upstream upstream;
    private final List<Member> members;
    private final Chooser chooser;
    private final Permits permits;

    /**
     * The state of an upstream that has just been configured.
     *
     * @param before its state until now, of which targets that stay and an unchanged pool are kept; null for none
     */
    public UpstreamState(Upstream upstream, @Nullable UpstreamState before) {
        this.upstream = upstream;
        Map<String, TargetState> known = new HashMap<>();
        if (before != null) {
            before.members.forEach(member -> known.put(member.target().address(), member.target()));
        }
        List<Member> all = new ArrayList<>();
        for (Target target : upstream.targets()) {
            TargetState state = known.computeIfAbsent(target.address(), TargetState::new);
            all.add(new Member(all.size(), state, target.weight()));
        }
        members = List.copyOf(all);
        chooser = upstream.balancer().type() == Balancer.Type.LEAST_REQUESTS
                ? new LeastRequests(members)
                : new RoundRobin(members);
        permits = before != null && before.upstream.pool().equals(upstream.pool())
                ? before.permits
                : new Permits(upstream.pool().connections(), upstream.pool().pending());
    }

    /** The configuration that it has. */
    public Upstream upstream() {
        return upstream;
    }

    /** Its targets, in the order of the configuration. */
    public List<Member> members() {
        return members;
    }

    /** The target of the next request, or null if none may take one. */
    public @Nullable Member choose() {
        return chooser.choose();
    }

    /** Its pool's permits. */
    public Permits permits() {
        return permits;
    }
}
