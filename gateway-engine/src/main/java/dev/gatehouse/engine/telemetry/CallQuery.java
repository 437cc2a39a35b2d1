package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for, newest first.
 *
 * @param from the earliest time, inclusive, or null for any
 * @param to the latest time, exclusive, or null for any
 * @param before the {@link CallPage#next} of an earlier page, or null for the newest; text that is none is ignored
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}; outside it is brought inside
 */
public record CallQuery(
        CallFilter filter,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int limit) {
    /** The most calls of a page. */
    public static final int MAX_LIMIT = 1000;

    /** Brings the limit inside its bounds. */
    public CallQuery {
        limit = Math.clamp(limit, 1, MAX_LIMIT);
    }

    /** The newest calls, whatever they are. */
    public static CallQuery newest(int limit) {
        return newest(CallFilter.ANY, limit);
    }

    /** The newest calls that a filter wants. */
    public static CallQuery newest(CallFilter filter, int limit) {
        return new CallQuery(filter, null, null, null, limit);
    }

    /** The page of the same query that continues here. */
    public CallQuery after(@Nullable String next) {
        return new CallQuery(filter, from, to, next, limit);
    }

    /** Whether a call meets the conditions; {@code before} and {@code limit} are not looked at. */
    boolean matches(RecordedCall call) {
        return (from == null || !call.time().isBefore(from))
                && (to == null || call.time().isBefore(to))
                && filter.matches(call);
    }
}
