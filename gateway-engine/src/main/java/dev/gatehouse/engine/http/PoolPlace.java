package dev.gatehouse.engine.http;

import dev.gatehouse.engine.upstream.Permits;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One exchange's place in its upstream's pool: a permit, had at once or waited for, and given back once. */
final class PoolPlace {
    private final Permits permits;
    private Permits.@Nullable Waiter waiter;
    private boolean held;
    private boolean left;

    PoolPlace(Permits permits) {
        this.permits = permits;
    }

    /** Takes a permit if one is free. */
    boolean take() {
        held = permits.tryTake();
        return held;
    }

    /**
     * Waits for a permit; false if too many wait already.
     *
     * @param granted runs on the loop once the permit is there, unless the place was left meanwhile
     */
    boolean await(Executor loop, Runnable granted) {
        waiter = permits.await(() -> loop.execute(() -> {
            if (left) {
                permits.giveBack();
                return;
            }
            waiter = null;
            held = true;
            granted.run();
        }));
        return waiter != null;
    }

    /** Gives back what is held, or stops waiting. */
    void leave() {
        left = true;
        if (held) {
            held = false;
            permits.giveBack();
        } else if (waiter != null) {
            waiter.giveUp(); // where it was granted in the same moment, what runs then gives the permit back
        }
    }
}
