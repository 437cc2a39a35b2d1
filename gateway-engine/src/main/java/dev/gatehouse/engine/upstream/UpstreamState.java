package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Retry;
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
    private final @Nullable RetryRule retry;

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
        retry = upstream.retry() == null ? null : RetryRule.of(upstream.retry(), budget(upstream.retry(), before));
    }

    private static RetryBudget budget(Retry retry, @Nullable UpstreamState before) {
        int percent = Percent.of(retry.budget());
        RetryRule known = before == null ? null : before.retry;
        return known != null && known.budget().percent() == percent ? known.budget() : new RetryBudget(percent);
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
    public @Nullable Member choose(Wish wish) {
        Member chosen = chooser.choose();
        return chosen != null && wish.wasAt(chosen) ? another(chosen, wish) : chosen;
    }

    /** A target where the request has not been, the next after the chosen one; itself if there is none. */
    private Member another(Member chosen, Wish wish) {
        for (int i = 1; i < members.size(); i++) {
            Member other = members.get((chosen.index() + i) % members.size());
            if (!other.isDrained() && !wish.wasAt(other)) {
                return other;
            }
        }
        return chosen;
    }

    /** How failed requests are sent again; null for not at all. */
    public @Nullable RetryRule retry() {
        return retry;
    }

    /** Its pool's permits. */
    public Permits permits() {
        return permits;
    }
}
