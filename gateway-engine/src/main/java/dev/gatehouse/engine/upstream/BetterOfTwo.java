package dev.gatehouse.engine.upstream;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Draws two targets by weight and takes the better one. Two draws are nearly as good as a look at all, and loops that choose
 * in the same moment do not all run to the same target.
 */
final class BetterOfTwo implements Chooser {
    /** What a request at a target costs; less is better. */
    interface Cost {
        /** The cost of one more request. */
        double of(TargetState target, long now);
    }

    /** Requests in flight. */
    static final Cost LOAD = (target, _) -> target.inFlight() + 1.0;

    /** Requests in flight, each as long as the target's latest answers took. */
    static final Cost LATENCY =
            (target, now) -> (target.inFlight() + 1.0) * target.latency().expected(now);

    private final Member[] members;
    private final int[] bounds;
    private final IntUnaryOperator random;
    private final Cost cost;

    /**
     * A choice among some targets.
     *
     * @param random draws evenly from 0 to below its argument
     */
    BetterOfTwo(List<Member> among, Cost cost, IntUnaryOperator random) {
        this.cost = cost;
        this.random = random;
        members = among.stream().filter(m -> !m.isDrained()).toArray(Member[]::new);
        bounds = new int[members.length];
        int sum = 0;
        for (int i = 0; i < members.length; i++) {
            sum += members[i].weight();
            bounds[i] = sum;
        }
    }

    @Override
    public @Nullable Member choose(Wish wish, long now) {
        if (members.length < 2) {
            return members.length == 0 ? null : members[0];
        }
        int first = draw();
        int second = draw();
        if (second == first) {
            second = (first + 1) % members.length;
        }
        return cost.of(members[second].target(), now) < cost.of(members[first].target(), now)
                ? members[second]
                : members[first];
    }

    private int draw() {
        int drawn = random.applyAsInt(bounds[bounds.length - 1]);
        int place = Arrays.binarySearch(bounds, drawn + 1);
        return place >= 0 ? place : -place - 1;
    }
}
