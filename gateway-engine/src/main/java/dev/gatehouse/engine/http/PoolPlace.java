package dev.gatehouse.engine.http;

import dev.gatehouse.engine.model.Importance;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.upstream.Permits;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One exchange's place in its upstream's pool: a permit, had at once or waited for, and given back once. */
final class PoolPlace {
    private final Permits permits;
    private final Importance importance;
    private Permits.@Nullable Waiter waiter;
    private boolean held;
    private boolean left;

    PoolPlace(Permits permits, Importance importance) {
        this.permits = permits;
        this.importance = importance;
    }

    /** Takes a permit if one is free. */
    boolean take() {
        held = permits.tryTake(importance);
        return held;
    }

    /**
     * Waits for a permit; false if too many wait already.
     *
     * @param granted runs on the loop once the permit is there, unless the place was left meanwhile
     */
    boolean await(Executor loop, Runnable granted) {
        waiter = permits.await(
                importance,
                () -> loop.execute(() -> {
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

    /** Waited too long. */
    void refuse() {
        if (waiter != null) {
            waiter.refuse();
        }
    }

    /** What is wrong when there is no room to wait. */
    Overdue full(String upstream, Pool pool) {
        int limit = permits.limit();
        if (permits.adaptive() != null) {
            return Overdue.overload(upstream + " takes " + limit + " requests at once now, and " + permits.used()
                    + " are there; this one is " + Overdue.word(importance));
        }
        return importance == Importance.SHEDDABLE
                ? Overdue.overload("all " + limit + " connections to " + upstream + " are in use; this request is "
                        + Overdue.word(importance))
                : Overdue.full(upstream, pool);
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
