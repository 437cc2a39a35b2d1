package dev.gatehouse.engine.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the targets by weight, each target's turns spread evenly (the smooth weighted round-robin known from nginx).
 * The order is laid out once, so that a choice is one atomic increment.
 */
final class RoundRobin implements Chooser {
    /** The longest order that is laid out; larger sums of weights are scaled down. */
    private static final int LONGEST = 8192;

    private final Member[] order;
    private final AtomicInteger next = new AtomicInteger();

    RoundRobin(List<Member> members) {
        List<Member> taking = members.stream().filter(m -> !m.isDrained()).toList();
        int[] weights = scaled(taking);
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        order = new Member[sum];
        int[] current = new int[weights.length];
        for (int turn = 0; turn < sum; turn++) {
            int best = 0;
            for (int i = 0; i < weights.length; i++) {
                current[i] += weights[i];
                if (current[i] > current[best]) {
                    best = i;
                }
            }
            current[best] -= sum;
            order[turn] = taking.get(best);
        }
    }

    private static int[] scaled(List<Member> members) {
        int divisor = 0;
        long sum = 0;
        for (Member member : members) {
            divisor = gcd(member.weight(), divisor);
            sum += member.weight();
        }
        long shrink = divisor == 0 ? 1 : Math.max(1, (sum / divisor + LONGEST - 1) / LONGEST);
        long unit = shrink * Math.max(1, divisor);
        return members.stream()
                .mapToInt(member -> (int) Math.max(1, member.weight() / unit))
                .toArray();
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public @Nullable Member choose(Wish wish, long now) {
        return switch (order.length) {
            case 0 -> null;
            case 1 -> order[0];
            default -> order[Integer.remainderUnsigned(next.getAndIncrement(), order.length)];
        };
    }
}
