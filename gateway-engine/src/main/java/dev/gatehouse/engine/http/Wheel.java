package dev.gatehouse.engine.http;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one event loop: a hashed timing wheel (Varghese and Lauck, 1987). Deadlines are met within one tick. Used
 * on its loop only; it ticks only while something has a deadline.
 */
final class Wheel {
    /** The wheel's resolution. */
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int SLOTS = 1024;

    private final @Nullable Timed[] slots = new Timed[SLOTS];
    /** What is due at the tick that is being done. */
    private final ArrayDeque<Timed> expiring = new ArrayDeque<>();

    private long current;
    private int size;

    /** An empty wheel at a time of the loop's clock. */
    Wheel(long now) {
        current = now / TICK_NANOS;
    }

    /** Sets the time of an empty wheel. */
    void restart(long now) {
        current = now / TICK_NANOS;
    }

    /** Gives something a deadline in place of the one it had; {@link Timed#NEVER} takes it away. */
    void set(Timed timed, long deadline) {
        timed.deadline = deadline;
        if (deadline == Timed.NEVER) {
            return; // taken out when the wheel gets there
        }
        long tick = Math.max(current + 1, deadline / TICK_NANOS + 1);
        if (timed.tick < 0) {
            link(timed, tick);
        } else if (tick < timed.tick) {
            unlink(timed);
            link(timed, tick);
        }
    }

    /** Takes something out. */
    void remove(Timed timed) {
        timed.deadline = Timed.NEVER;
        if (timed.tick >= 0) {
            unlink(timed);
        }
    }

    /** Lets everything expire whose deadline has passed. */
    void advance(long now) {
        long target = now / TICK_NANOS;
        while (current < target) {
            current++;
            Timed timed = slots[(int) (current % SLOTS)];
            while (timed != null) {
                Timed following = timed.next;
                if (timed.tick <= current) {
                    unlink(timed);
                    expiring.add(timed);
                }
                timed = following;
            }
            // Apart from the walk: what expires may move others or take them out, also those of the same slot.
            for (Timed next = expiring.poll(); next != null; next = expiring.poll()) {
                due(next, now);
            }
        }
    }

    private void due(Timed timed, long now) {
        if (timed.deadline == Timed.NEVER || timed.tick >= 0) {
            return; // taken out or moved by one that expired before it
        }
        if (timed.deadline > now) {
            link(timed, Math.max(current + 1, timed.deadline / TICK_NANOS + 1));
            return;
        }
        timed.deadline = Timed.NEVER;
        timed.expired();
    }

    /** Whether nothing is kept. */
    boolean isEmpty() {
        return size == 0 && expiring.isEmpty();
    }

    private void link(Timed timed, long tick) {
        int slot = (int) (tick % SLOTS);
        timed.tick = tick;
        timed.previous = null;
        timed.next = slots[slot];
        if (timed.next != null) {
            timed.next.previous = timed;
        }
        slots[slot] = timed;
        size++;
    }

    private void unlink(Timed timed) {
        if (timed.previous == null) {
            slots[(int) (timed.tick % SLOTS)] = timed.next;
        } else {
            timed.previous.next = timed.next;
        }
        if (timed.next != null) {
            timed.next.previous = timed.previous;
        }
        timed.previous = null;
        timed.next = null;
        timed.tick = -1;
        size--;
    }
}
