/**
 * Upstreams: what the draft says of them, and beside it what the gateway says of them second by second. A target is
 * drained by an edit of its weight, which is reviewed and applied like any other.
 */
@NullMarked
package dev.gatehouse.app.screen.upstreams;

import org.jspecify.annotations.NullMarked;
