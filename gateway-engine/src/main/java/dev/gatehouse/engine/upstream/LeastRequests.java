package dev.gatehouse.engine.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes the target with the fewest requests in flight for its weight; among equals they take turns. */
final class LeastRequests implements Chooser {
    private final Member[] members;
    private final AtomicInteger turn = new AtomicInteger();

    LeastRequests(List<Member> all) {
        members = all.stream().filter(m -> !m.isDrained()).toArray(Member[]::new);
    }

    @Override
    public @Nullable Member choose(Wish wish, long now) {
        if (members.length == 0) {
            return null;
        }
        int start = Integer.remainderUnsigned(turn.getAndIncrement(), members.length);
        Member best = members[start];
        long load = best.target().inFlight();
        for (int i = 1; i < members.length; i++) {
            Member other = members[(start + i) % members.length];
            long otherLoad = other.target().inFlight();
            // load / weight compared without division: a/b < c/d exactly when a*d < c*b
            if (otherLoad * best.weight() < load * other.weight()) {
                best = other;
                load = otherLoad;
            }
        }
        return best;
    }
}
