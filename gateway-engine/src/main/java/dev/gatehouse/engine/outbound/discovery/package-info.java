/**
 * Finds the targets of upstreams while they work: a {@code Source} (DNS, SRV, a file) is asked again and again by a
 * {@code Look}, each on a virtual thread of its own, and {@code upstream.Discovered} decides what to make of the answers.
 */
@NullMarked
package dev.gatehouse.engine.outbound.discovery;

import org.jspecify.annotations.NullMarked;
