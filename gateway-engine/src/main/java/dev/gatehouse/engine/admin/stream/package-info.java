/**
 * Server-sent events. Each open stream is one virtual thread that writes and one bounded queue: a reader that is slower
 * than the gateway loses events and is told how many, and nothing grows.
 */
@NullMarked
package dev.gatehouse.engine.admin.stream;

import org.jspecify.annotations.NullMarked;
