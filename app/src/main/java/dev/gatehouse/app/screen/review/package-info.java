/**
 * The review: what the draft would change, by object and for callers, what the gateway says of it, and applying it, for
 * good or on trial. While a revision is on trial a strip at the top of every screen counts down and compares traffic
 * before and now.
 */
@NullMarked
package dev.gatehouse.app.screen.review;

import org.jspecify.annotations.NullMarked;
