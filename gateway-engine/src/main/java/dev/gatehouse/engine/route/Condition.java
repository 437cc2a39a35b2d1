package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;

/** A compiled expression over a request. Safe for use by many threads. */
@FunctionalInterface
public interface Condition {
    /** Whether it holds; an expression that fails does not hold. Never throws. */
    boolean holds(RequestHead head);
}
