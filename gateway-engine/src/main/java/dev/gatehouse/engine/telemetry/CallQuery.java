package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; conditions add up. Newest first.
 *
 * @param route the full name of the route, or null for any
 * @param minStatus the lowest status, inclusive
 * @param maxStatus the highest status, inclusive
 * @param minDuration the shortest duration, inclusive
 * @param text what must occur, in any case, in id, host, path, route, upstream, fault or request id; null for anything
 * @param before the {@link CallPage#next} of an earlier page, or null for the newest; text that is none is ignored
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}; outside it is brought inside
 */
public record CallQuery(
        @Nullable String route,
        int minStatus,
        int maxStatus,
        Duration minDuration,
        @Nullable String text,
        @Nullable String before,
        int limit) {
    /** The most calls of a page. */
    public static final int MAX_LIMIT = 1000;

    private static final int ANY_STATUS = 999;

    /** Brings the limit inside its bounds. */
    public CallQuery {
        limit = Math.clamp(limit, 1, MAX_LIMIT);
    }

    /** The newest calls, whatever they are. */
    public static CallQuery newest(int limit) {
        return new CallQuery(null, 0, ANY_STATUS, Duration.ZERO, null, null, limit);
    }
}
