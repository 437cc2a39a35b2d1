package dev.gatehouse.engine.http;

import org.jspecify.annotations.Nullable;

/**
 * Something with a deadline, kept in the {@link Wheel} of its event loop. Moving the deadline later costs one write: the
 * wheel looks when it gets there and puts the thing back.
 */
abstract class Timed {
    /** No deadline. */
    static final long NEVER = Long.MAX_VALUE;

    /** When to act, in nanoseconds of the loop's clock. */
    long deadline = NEVER;

    /** Where it lies in the wheel: the tick, or -1. */
    long tick = -1;

    @Nullable
    Timed previous;

    @Nullable
    Timed next;

    /** The deadline has passed. Called once for each deadline, on the event loop. */
    abstract void expired();
}
