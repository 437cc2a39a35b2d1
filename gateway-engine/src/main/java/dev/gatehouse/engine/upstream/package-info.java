/**
 * What is known of an upstream while it works: the load of its targets, the choice among them, and the permits of its
 * pool. Shared by all event loops and lock-free; carried over from one revision to the next, whole while the upstream's
 * configuration stays the same, else target by target. Opens no connection itself.
 */
@NullMarked
package dev.gatehouse.engine.upstream;

import org.jspecify.annotations.NullMarked;
