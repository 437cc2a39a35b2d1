/**
 * A small shop to look at: origins that answer with the delays of real ones, a configuration that leads to them, and
 * traffic that comes in through the real listener over real sockets. The demo lives in the folder {@code demo} of the
 * data directory and touches nothing else of it; what a user changes there is kept.
 */
@NullMarked
package dev.gatehouse.engine.demo;

import org.jspecify.annotations.NullMarked;
