package dev.gatehouse.engine.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes the target with the fewest requests in flight for its weight; among equals they take turns. */
final class LeastRequests implements Chooser {
    private final TargetState[] targets;
    private final AtomicInteger turn = new AtomicInteger();

    LeastRequests(List<TargetState> all) {
        targets = all.stream().filter(t -> t.weight() > 0).toArray(TargetState[]::new);
    }

    @Override
    public @Nullable TargetState choose() {
        if (targets.length == 0) {
            return null;
        }
        int start = Integer.remainderUnsigned(turn.getAndIncrement(), targets.length);
        TargetState best = targets[start];
        long load = best.inFlight();
        for (int i = 1; i < targets.length; i++) {
            TargetState other = targets[(start + i) % targets.length];
            long otherLoad = other.inFlight();
            // load / weight compared without division: a/b < c/d exactly when a*d < c*b
            if (otherLoad * best.weight() < load * other.weight()) {
                best = other;
                load = otherLoad;
            }
        }
        return best;
    }
}
