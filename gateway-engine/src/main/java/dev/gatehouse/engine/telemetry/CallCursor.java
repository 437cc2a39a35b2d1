package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.CallId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A call's place in the order of calls, oldest first: by time, then by id. As text, the cursor of a page.
 *
 * @param micros the call's time, in microseconds since 1970
 * @param id the id's text
 */
public record CallCursor(long micros, String id) implements Comparable<CallCursor> {
    private static final Comparator<CallCursor> ORDER =
            Comparator.comparingLong(CallCursor::micros).thenComparing(CallCursor::id);

    /** The place of a call. */
    public static CallCursor of(Call call) {
        return new CallCursor(ChronoUnit.MICROS.between(Instant.EPOCH, call.time()), call.id());
    }

    /** The place that this text names, or null if it names none. */
    public static @Nullable CallCursor parse(@Nullable String text) {
        int dot = text == null ? -1 : text.indexOf('.');
        if (text == null || dot < 0 || CallId.parse(text.substring(dot + 1)) == null) {
            return null;
        }
        try {
            return new CallCursor(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The place as text. */
    public String text() {
        return micros + "." + id;
    }

    @Override
    public int compareTo(CallCursor other) {
        return ORDER.compare(this, other);
    }
}
