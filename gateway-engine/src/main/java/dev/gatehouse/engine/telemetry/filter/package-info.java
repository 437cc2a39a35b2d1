/**
 * The language in which calls are looked for: {@code status>=500 route:orders dur>200ms}. A text becomes a
 * {@link dev.gatehouse.engine.telemetry.filter.CallFilter}, a list of conditions that all hold. The filter is evaluated
 * twice: here, on what {@link dev.gatehouse.engine.telemetry.filter.CallFacts} tells of a call that has just ended, and in
 * the store, which makes a query of it. Both must find the same calls; a test holds them against each other.
 */
@NullMarked
package dev.gatehouse.engine.telemetry.filter;

import org.jspecify.annotations.NullMarked;
