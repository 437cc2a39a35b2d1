package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.fault.Blame;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.AdaptivePool;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.model.Retry;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import dev.gatehouse.engine.telemetry.TargetVerdict;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upstream at work. Times are {@link System#nanoTime}, given by the caller. */
public final class UpstreamState {
    private static final int SERVER_ERROR = 500;

    private final Upstream upstream;
    private final Permits permits;
    private final @Nullable RetryRule retry;
    private final Changes changes;
    private final Forces forces;
    private final @Nullable HealthWatch health;
    private final @Nullable Stickiness sticky;
    private final @Nullable Circuit circuit;
    private final @Nullable Discovered discovered;
    private final boolean measures;
    private volatile Membership membership;
    private volatile Standing standing;

    /**
     * The state of an upstream that has just been configured.
     *
     * @param before its state until now, of which targets that stay and an unchanged pool are kept; null for none
     */
    public UpstreamState(Upstream upstream, @Nullable UpstreamState before) {
        this.upstream = upstream;
        changes = before == null ? new Changes() : before.changes;
        discovered = upstream.discovery() == null
                ? null
                : new Discovered(upstream.discovery(), changes, this::take, before == null ? null : before.discovered);
        membership = Membership.of(
                upstream,
                discovered == null ? List.of() : discovered.found(),
                before == null ? null : before.membership);
        permits = before != null && before.upstream.pool().equals(upstream.pool())
                ? before.permits
                : permits(upstream.pool());
        retry = upstream.retry() == null ? null : RetryRule.of(upstream.retry(), budget(upstream.retry(), before));
        forces = new Forces(this::members, changes);
        HealthRule rule = HealthRule.of(upstream.health());
        health = rule == null ? null : new HealthWatch(rule, this::members, changes);
        sticky = upstream.balancer().sticky() == null
                ? null
                : new Stickiness(upstream.balancer().sticky());
        circuit = upstream.breaker() == null ? null : circuit(CircuitRule.of(upstream.breaker()), before);
        measures = membership.balancing().measures();
        // Outdated from the beginning: the first choice finds out who may be chosen.
        standing = new Standing(membership, changes.version() - 1, Standing.FOREVER, (_, _) -> null);
    }

    /** Other targets than until now were found; those of the configuration stay. */
    private void take(List<Found> found, Instant now) {
        membership = membership.with(upstream, found, now);
        changes.touch();
    }

    private static Permits permits(Pool pool) {
        AdaptivePool adaptive = pool.adaptive();
        return new Permits(
                pool.connections(),
                pool.pending(),
                adaptive == null ? null : new AdaptiveLimit(adaptive.initial(), adaptive.least(), pool.connections()));
    }

    private static RetryBudget budget(Retry retry, @Nullable UpstreamState before) {
        int percent = Percent.of(retry.budget());
        RetryRule known = before == null ? null : before.retry;
        return known != null && known.budget().percent() == percent ? known.budget() : new RetryBudget(percent);
    }

    private Circuit circuit(CircuitRule rule, @Nullable UpstreamState before) {
        Circuit known = before == null ? null : before.circuit;
        return known != null && known.rule().equals(rule) ? known : new Circuit(rule, changes);
    }

    /** What discovery has found; null if it does not look for targets. */
    public @Nullable Discovered discovered() {
        return discovered;
    }

    /** The configuration that it has. */
    public Upstream upstream() {
        return upstream;
    }

    /** Its targets now, those of the configuration first; the same list until one comes or goes. */
    public List<Member> members() {
        return membership.members();
    }

    /** The target of the next request, or null if none may take one. */
    public @Nullable Member choose(Wish wish, long now) {
        Standing as = standing;
        if (as.isOutdated(changes.version(), now)) {
            as = stand(now);
        }
        Member pinned = sticky == null ? null : as.of().pinned(wish.pin());
        if (pinned != null && mayBeChosen(pinned, wish, now)) {
            return pinned;
        }
        Member chosen = as.chooser().choose(wish, now);
        return chosen != null && wish.wasAt(chosen) ? another(as.of(), chosen, wish, now) : chosen;
    }

    /** Finds out anew who may be chosen: those that are not out or, if all of them are, all that nobody has forced out. */
    private Standing stand(long now) {
        int version = changes.version(); // read first: what changes meanwhile is seen at the next choice
        Membership of = membership;
        List<Member> taking = of.members().stream()
                .filter(member -> !member.isDrained() && !isForcedOut(member, now))
                .toList();
        List<Member> well =
                taking.stream().filter(member -> !isOut(member, now)).toList();
        long returns = health == null ? Standing.FOREVER : health.nextReturn(now);
        long steps = Standing.sooner(of.balancing().nextStep(now), forces.nextEnd(of.members(), now));
        Standing next = new Standing(
                of,
                version,
                Standing.sooner(returns, steps),
                of.balancing().among(well.isEmpty() ? taking : well, now));
        standing = next;
        return next;
    }

    private boolean isOut(Member member, long now) {
        Force force = member.target().force(now);
        return force == null
                ? health != null && health.isOut(member, now)
                : force.told().isOut();
    }

    private static boolean isForcedOut(Member member, long now) {
        Force force = member.target().force(now);
        return force != null && force.told().isOut();
    }

    private boolean mayBeChosen(Member member, Wish wish, long now) {
        return !member.isDrained() && !wish.wasAt(member) && !isOut(member, now);
    }

    /** A target of the first tier where the request has not been, the next after the chosen one; itself if there is none. */
    private Member another(Membership of, Member chosen, Wish wish, long now) {
        List<Member> members = of.members();
        int position = of.position(chosen);
        Member best = null;
        for (int i = 1; i < members.size(); i++) {
            Member other = members.get((position + i) % members.size());
            if (mayBeChosen(other, wish, now) && (best == null || other.priority() < best.priority())) {
                best = other;
            }
        }
        return best == null ? chosen : best;
    }

    /** A target has answered with a status, after an attempt that began some time ago. */
    public void answered(Member member, int status, long begun, long now) {
        if (health != null) {
            health.answered(member, status, now);
        }
        long took = now - begun;
        AdaptiveLimit adaptive = permits.adaptive();
        if (adaptive != null && status < SERVER_ERROR) { // errors come quickly, and say nothing of what is taken
            adaptive.answered(took, permits.used(), now);
        }
        if (circuit != null) {
            circuit.answered(status, took, now);
        }
        if (measures) {
            member.target().latency().observe(status < SERVER_ERROR ? took : Math.max(took, Latency.FAILURE), now);
        }
    }

    /** A request to a target has ended in a fault before its answer began. */
    public void failed(Member member, Fault fault, long now) {
        if (health != null) {
            health.failed(member, fault, now);
        }
        if (circuit != null) {
            circuit.failed(fault, now);
        }
        AdaptiveLimit adaptive = permits.adaptive();
        if (adaptive != null && (fault == Fault.RESPONSE_TIMEOUT || fault == Fault.CONNECT_TIMEOUT)) {
            adaptive.timedOut(permits.used(), now);
        }
        if (measures && fault.blame() == Blame.UPSTREAM) {
            member.target().latency().observe(Latency.FAILURE, now);
        }
    }

    /** What keeps requests from it for a time; null for nothing. */
    public @Nullable Circuit circuit() {
        return circuit;
    }

    /** How clients stay at a target; null if they do not. */
    public @Nullable Stickiness stickiness() {
        return sticky;
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

    /**
     * Forces a target up or out, whatever is known of its health; lasts over revisions.
     *
     * @param length null until it is released
     * @return false if there is no target of the address
     */
    public boolean force(String address, ForcedTarget told, @Nullable Duration length, long now) {
        return forces.force(address, told, length, now);
    }

    /** Lets health decide of a target again; false if it was not forced. */
    public boolean release(String address, String author, long now) {
        return forces.release(address, author, now);
    }

    /** What an operator has said of a target; null for nothing. */
    public @Nullable ForcedTarget forced(Member member, long now) {
        Force force = member.target().force(now);
        return force == null ? null : force.told();
    }

    /** Why no target may take a request, whatever their health is; null if one may. */
    public @Nullable Closed closed(long now) {
        boolean any = false;
        for (Member member : members()) {
            if (!member.isDrained() && !isForcedOut(member, now)) {
                return null;
            }
            any |= !member.isDrained();
        }
        return discovered != null && members().isEmpty() ? discovered.nothing() : any ? Closed.FORCED : Closed.DRAINED;
    }

    /** What the watch says of a target; null if there is none. */
    public @Nullable TargetVerdict verdict(Member member, long now) {
        return health == null ? null : health.verdict(member, now);
    }

    /** The changes of health and circuit since this was last asked, whichever revision asked. */
    public List<UpstreamChange> changes(long now) {
        forces.settle(now);
        if (health != null) {
            health.settle(now);
        }
        return changes.take();
    }
}
