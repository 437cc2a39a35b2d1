package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Retry;
import dev.gatehouse.engine.model.Target;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.telemetry.TargetChange;
import dev.gatehouse.engine.telemetry.TargetVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upstream at work. Times are {@link System#nanoTime}, given by the caller. */
public final class UpstreamState {
    private final Upstream upstream;
    private final List<Member> members;
    private final Permits permits;
    private final @Nullable RetryRule retry;
    private final Changes changes;
    private final @Nullable HealthWatch health;
    private volatile Standing standing;

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
        permits = before != null && before.upstream.pool().equals(upstream.pool())
                ? before.permits
                : new Permits(upstream.pool().connections(), upstream.pool().pending());
        retry = upstream.retry() == null ? null : RetryRule.of(upstream.retry(), budget(upstream.retry(), before));
        changes = before == null ? new Changes() : before.changes;
        HealthRule rule = HealthRule.of(upstream.health());
        health = rule == null ? null : new HealthWatch(rule, members, changes);
        standing = new Standing(changes.version() - (health == null ? 0 : 1), Standing.FOREVER, chooser(members));
    }

    private static RetryBudget budget(Retry retry, @Nullable UpstreamState before) {
        int percent = Percent.of(retry.budget());
        RetryRule known = before == null ? null : before.retry;
        return known != null && known.budget().percent() == percent ? known.budget() : new RetryBudget(percent);
    }

    private Chooser chooser(List<Member> among) {
        return upstream.balancer().type() == Balancer.Type.LEAST_REQUESTS
                ? new LeastRequests(among)
                : new RoundRobin(among);
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
    public @Nullable Member choose(Wish wish, long now) {
        HealthWatch watch = health;
        Standing as = standing;
        if (watch != null && as.isOutdated(changes.version(), now)) {
            as = stand(watch, now);
        }
        Member chosen = as.chooser().choose();
        return chosen != null && wish.wasAt(chosen) ? another(chosen, wish, now) : chosen;
    }

    /** Finds out anew who may be chosen: those that are not out or, if all of them are, all. */
    private Standing stand(HealthWatch watch, long now) {
        int version = changes.version(); // read first: what changes meanwhile is seen at the next choice
        List<Member> well = members.stream()
                .filter(member -> !member.isDrained() && !watch.isOut(member, now))
                .toList();
        Standing next = new Standing(version, watch.nextReturn(now), chooser(well.isEmpty() ? members : well));
        standing = next;
        return next;
    }

    /** A target where the request has not been, the next after the chosen one; itself if there is none. */
    private Member another(Member chosen, Wish wish, long now) {
        for (int i = 1; i < members.size(); i++) {
            Member other = members.get((chosen.index() + i) % members.size());
            if (!other.isDrained() && !wish.wasAt(other) && (health == null || !health.isOut(other, now))) {
                return other;
            }
        }
        return chosen;
    }

    /** Its pool's permits. */
    public Permits permits() {
        return permits;
    }

    /** How failed requests are sent again; null for not at all. */
    public @Nullable RetryRule retry() {
        return retry;
    }

    /** Who watches the health of the targets; null for nobody. */
    public @Nullable HealthWatch health() {
        return health;
    }

    /** What the watch says of a target; null if there is none. */
    public @Nullable TargetVerdict verdict(Member member, long now) {
        return health == null ? null : health.verdict(member, now);
    }

    /** The changes of the targets' health since this was last asked, whichever revision asked. */
    public List<TargetChange> changes(long now) {
        if (health != null) {
            health.settle(now);
        }
        return changes.take();
    }
}
