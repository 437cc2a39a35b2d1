package dev.gatehouse.engine.telemetry.filter;

import org.jspecify.annotations.Nullable;

/** What a filter may ask of a call. Asked often and for little, so an answer should not cost decoding the whole call. */
public interface CallFacts {
    /** The value of a field with an order: a plain number, microseconds for a duration, microseconds since
     * 1970 for a time, bytes for a size. */
    long number(CallField field);

    /** The value of any other field; null or empty where the call has none. */
    @Nullable
    String text(CallField field);
}
