package dev.gatehouse.engine.upstream;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts over a sliding window of time, lock-free: a ring of slots, each a count together with the time that it belongs to,
 * so that a slot that has grown old is begun anew by whoever comes next.
 */
final class Window {
    private static final int COUNT_BITS = 40;
    private static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final long TICKS = (1L << (Long.SIZE - COUNT_BITS)) - 1;

    private final AtomicLongArray slots;
    private final long slotNanos;

    /** A window of so many slots of a length. */
    Window(int slots, long slotNanos) {
        this.slots = new AtomicLongArray(slots);
        this.slotNanos = slotNanos;
    }

    private long tick(long now) {
        return Math.floorDiv(now, slotNanos) & TICKS;
    }

    /** Counts one. */
    void add(long now) {
        add(now, 1);
    }

    /** Takes back one that was just counted. */
    void takeBack(long now) {
        add(now, -1);
    }

    private void add(long now, int delta) {
        long tick = tick(now);
        int slot = Math.floorMod(Math.floorDiv(now, slotNanos), slots.length());
        while (true) {
            long old = slots.get(slot);
            long count = old >>> COUNT_BITS == tick ? old & COUNT : 0;
            long next = tick << COUNT_BITS | Math.max(0, count + delta);
            if (slots.compareAndSet(slot, old, next)) {
                return;
            }
        }
    }

    /** What was counted in the window that ends now. */
    long sum(long now) {
        long tick = tick(now);
        long sum = 0;
        for (int i = 0; i < slots.length(); i++) {
            long slot = slots.get(i);
            long age = tick - (slot >>> COUNT_BITS) & TICKS;
            sum += age < slots.length() ? slot & COUNT : 0;
        }
        return sum;
    }
}
