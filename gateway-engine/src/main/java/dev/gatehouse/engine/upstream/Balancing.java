package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An upstream's setting of its balancer at work: makes the choosers for the targets that may be chosen at the time. */
final class Balancing {
    /** Steps in which a target comes to its full weight. */
    private static final int STEPS = 10;

    private final Balancer balancer;
    private final List<Member> members;
    private final @Nullable HashRing ring;
    private final long slowNanos;

    Balancing(Balancer balancer, List<Member> members) {
        this.balancer = balancer;
        this.members = members;
        ring = balancer.type() == Balancer.Type.HASH ? new HashRing(members) : null;
        slowNanos = balancer.slowStart().toNanos();
    }

    /** Whether weights change with time. */
    boolean startsSlowly() {
        return slowNanos > 0;
    }

    /** Whether answers have to be measured. */
    boolean measures() {
        return balancer.type() == Balancer.Type.EWMA;
    }

    /** The choosers among targets: those of the first tier. */
    Chooser among(List<Member> may, long now) {
        List<Member> tier = firstTier(may);
        if (startsSlowly()) {
            tier = tier.stream().map(member -> slowed(member, now)).toList();
        }
        return switch (balancer.type()) {
            case ROUND_ROBIN -> new RoundRobin(tier);
            case LEAST_REQUESTS -> new LeastRequests(tier);
            case RANDOM_TWO -> new BetterOfTwo(tier, BetterOfTwo.LOAD, Balancing::draw);
            case EWMA -> new BetterOfTwo(tier, BetterOfTwo.LATENCY, Balancing::draw);
            case HASH -> new KeyedChoice(ring == null ? new HashRing(members) : ring, tier);
        };
    }

    private static int draw(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static List<Member> firstTier(List<Member> among) {
        List<Member> tier = new ArrayList<>();
        for (Member member : among) {
            if (member.isDrained()
                    || !tier.isEmpty() && member.priority() > tier.getFirst().priority()) {
                continue;
            }
            if (!tier.isEmpty() && member.priority() < tier.getFirst().priority()) {
                tier.clear();
            }
            tier.add(member);
        }
        return tier;
    }

    /** The target with the part of its weight that it has come to; weights are ten times theirs, for the steps. */
    private Member slowed(Member member, long now) {
        return new Member(member.index(), member.target(), member.weight() * step(member, now), member.priority());
    }

    private int step(Member member, long now) {
        long since = now - member.target().wellSince(now);
        return since >= slowNanos ? STEPS : (int) Math.max(1, since * STEPS / slowNanos);
    }

    /** When the next target comes to its next step; {@link Standing#FOREVER} if all have all of their weight. */
    long nextStep(long now) {
        long next = Standing.FOREVER;
        if (startsSlowly()) {
            for (Member member : members) {
                int step = step(member, now);
                long at = member.target().wellSince(now) + (step + 1) * slowNanos / STEPS + 1;
                if (step < STEPS && (next == Standing.FOREVER || at - next < 0)) {
                    next = at;
                }
            }
        }
        return next;
    }
}
