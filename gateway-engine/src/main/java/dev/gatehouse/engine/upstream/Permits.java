package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Importance;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The connections that an upstream may use at once, counted over all event loops, and the queues of those that wait for one.
 * Lock-free. A permit that comes back goes to the longest waiting, critical requests first; who gives up waiting is skipped.
 *
 * <p>Sheddable requests never wait. Where the limit is adaptive, they may use three quarters of it, and normal ones nine
 * tenths, so that there is room for the critical ones; and no more wait than may be there at once, of the normal ones half as
 * many: a longer queue would only make answers late.
 */
public final class Permits {
    private static final int PERCENT = 100;
    private static final int OF_SHEDDABLE = 75;
    private static final int OF_NORMAL = 90;

    private final int most;
    private final int mostWaiting;
    private final @Nullable AdaptiveLimit adaptive;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final Queue<Waiter> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Waiter> critical = new ConcurrentLinkedQueue<>();

    Permits(int most, int mostWaiting, @Nullable AdaptiveLimit adaptive) {
        this.most = most;
        this.mostWaiting = mostWaiting;
        this.adaptive = adaptive;
    }

    /** Takes a permit if one is free. */
    public boolean tryTake(Importance importance) {
        return tryTake(share(importance));
    }

    private boolean tryTake(int limit) {
        for (int now = used.get(); now < limit; now = used.get()) {
            if (used.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    private int share(Importance importance) {
        if (adaptive == null || importance == Importance.CRITICAL) {
            return limit();
        }
        int percent = importance == Importance.NORMAL ? OF_NORMAL : OF_SHEDDABLE;
        return (limit() * percent + PERCENT - 1) / PERCENT;
    }

    private int room(Importance importance) {
        int all = adaptive == null ? mostWaiting : Math.min(mostWaiting, limit());
        return switch (importance) {
            case SHEDDABLE -> 0;
            case NORMAL -> adaptive == null ? all : (all + 1) / 2;
            case CRITICAL -> all;
        };
    }

    /**
     * Waits for a permit. {@code granted} runs at most once, on any thread, and then owns a permit.
     *
     * @return what to give up with, or null if too many wait already
     */
    public @Nullable Waiter await(Importance importance, Runnable granted) {
        if (waiting.incrementAndGet() > room(importance)) {
            waiting.decrementAndGet();
            refused.increment();
            return null;
        }
        Waiter waiter = new Waiter(this, importance == Importance.CRITICAL ? critical : queue, granted);
        waiter.queue.add(waiter);
        handOn(); // one may have come back between the failed attempt and the queue
        return waiter;
    }

    /** Gives a permit back. */
    public void giveBack() {
        // First free, then hand on: whoever queues in between finds the free permit by itself.
        used.decrementAndGet();
        handOn();
    }

    private void handOn() {
        boolean again = true;
        while (again) {
            again = handOn(critical, limit());
            again |= handOn(queue, share(Importance.NORMAL));
        }
    }

    /** Hands on what is free; true if a permit was taken in vain, which who queued meanwhile may have missed. */
    private boolean handOn(Queue<Waiter> to, int limit) {
        boolean vain = false;
        while (!to.isEmpty() && tryTake(limit)) {
            if (!grant(to)) {
                used.decrementAndGet();
                vain = true;
            }
        }
        return vain;
    }

    private static boolean grant(Queue<Waiter> to) {
        for (Waiter next = to.poll(); next != null; next = to.poll()) {
            if (next.settle()) {
                next.granted.run();
                return true;
            }
        }
        return false;
    }

    /** How many there may be now. */
    public int limit() {
        return adaptive == null ? most : adaptive.limit();
    }

    /** What the limit follows; null if it is fixed. */
    public @Nullable AdaptiveLimit adaptive() {
        return adaptive;
    }

    /** Permits in use. */
    public int used() {
        return used.get();
    }

    /** Requests that wait. */
    public int waiting() {
        return waiting.get();
    }

    /** Requests that could not even wait, or waited too long. */
    public long refused() {
        return refused.sum();
    }

    /** One that waits. */
    public static final class Waiter {
        private final Permits permits;
        private final Queue<Waiter> queue;
        private final Runnable granted;
        private final AtomicInteger settled = new AtomicInteger();

        Waiter(Permits permits, Queue<Waiter> queue, Runnable granted) {
            this.permits = permits;
            this.queue = queue;
            this.granted = granted;
        }

        private boolean settle() {
            boolean first = settled.compareAndSet(0, 1);
            if (first) {
                permits.waiting.decrementAndGet();
            }
            return first;
        }

        /** Waited too long. */
        public void refuse() {
            permits.refused.increment();
        }

        /** Stops waiting; false if the permit has been granted already and must be given back by its owner. */
        public boolean giveUp() {
            boolean first = settle();
            if (first) {
                queue.remove(this);
            }
            return first;
        }
    }
}
