package dev.gatehouse.engine.upstream;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections that an upstream may use at once, counted over all event loops, and the queue of those that wait for one.
 * Lock-free. A permit that comes back goes to the longest waiting; who gives up waiting is skipped.
 */
public final class Permits {
    private final int most;
    private final int mostWaiting;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentLinkedQueue<Waiter> queue = new ConcurrentLinkedQueue<>();

    Permits(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Takes a permit if one is free. */
    public boolean tryTake() {
        for (int now = used.get(); now < most; now = used.get()) {
            if (used.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits for a permit. {@code granted} runs at most once, on any thread, and then owns a permit.
     *
     * @return what to give up with, or null if too many wait already
     */
    public @Nullable Waiter await(Runnable granted) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return null;
        }
        Waiter waiter = new Waiter(this, granted);
        queue.add(waiter);
        if (tryTake()) { // one came back between the failed attempt and the queue
            giveBack();
        }
        return waiter;
    }

    /** Gives a permit back. */
    public void giveBack() {
        // First free, then hand on: whoever queues in between finds the free permit by itself.
        used.decrementAndGet();
        while (!queue.isEmpty() && tryTake()) {
            if (handOn()) {
                return;
            }
            used.decrementAndGet();
        }
    }

    private boolean handOn() {
        for (Waiter next = queue.poll(); next != null; next = queue.poll()) {
            if (next.settle()) {
                next.granted.run();
                return true;
            }
        }
        return false;
    }

    /** Permits in use. */
    public int used() {
        return used.get();
    }

    /** Requests that wait. */
    public int waiting() {
        return waiting.get();
    }

    /** One that waits. */
    public static final class Waiter {
        private final Permits permits;
        private final Runnable granted;
        private final AtomicInteger settled = new AtomicInteger();

        Waiter(Permits permits, Runnable granted) {
            this.permits = permits;
            this.granted = granted;
        }

        private boolean settle() {
            boolean first = settled.compareAndSet(0, 1);
            if (first) {
                permits.waiting.decrementAndGet();
            }
            return first;
        }

        /** Stops waiting; false if the permit has been granted already and must be given back by its owner. */
        public boolean giveUp() {
            boolean first = settle();
            if (first) {
                permits.queue.remove(this);
            }
            return first;
        }
    }
}
