package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; conditions add up. Newest first.
 *
 * @param route the full name of the route, or null for any
 * @param minStatus the lowest status, inclusive
 * @param maxStatus the highest status, inclusive
 * @param minDuration the shortest duration, inclusive
 * @param text the id, or what must occur, in any case, in host, path, route, upstream, fault or request id; null for
 *     anything
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
    private static final double NANOS_PER_MILLI = 1e6;

    /** Brings the limit inside its bounds. */
    public CallQuery {
        limit = Math.clamp(limit, 1, MAX_LIMIT);
    }

    /** The newest calls, whatever they are. */
    public static CallQuery newest(int limit) {
        return new CallQuery(null, 0, ANY_STATUS, Duration.ZERO, null, null, limit);
    }

    /** Whether a call meets the conditions; {@code before} and {@code limit} are not looked at. */
    boolean matches(Call call) {
        return (route == null || route.equals(call.route()))
                && call.status() >= minStatus
                && call.status() <= maxStatus
                && call.durationMs() * NANOS_PER_MILLI >= minDuration.toNanos()
                && (text == null || text.isEmpty() || holds(call, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(Call call, String wanted) {
        if (call.id().equals(wanted)) {
            return true;
        }
        return Stream.of(call.host(), call.path(), call.route(), call.upstream(), call.fault(), call.requestId())
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
