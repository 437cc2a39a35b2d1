package dev.gatehouse.engine.upstream;

import org.jspecify.annotations.Nullable;

/** A balancer at work: chooses targets. Lock-free. */
interface Chooser {
    /** The next target, or null if none may take requests. */
    @Nullable
    Member choose(Wish wish, long now);
}
