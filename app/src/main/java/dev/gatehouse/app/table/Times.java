package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Points in time as people read them, in this machine's time zone. */
public final class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private Times() {}

    /** {@code 2026-05-12 10:00:07}; empty for none. */
    public static String exact(@Nullable Instant time) {
        return time == null ? "" : EXACT.format(time.atZone(ZoneId.systemDefault()));
    }

    /** {@code 2026-05-12 10:00:07.250}. */
    public static String precise(Instant time) {
        return PRECISE.format(time.atZone(ZoneId.systemDefault()));
    }

    /** {@code 10:00}, the time of day to the minute. */
    public static String minute(Instant time) {
        return MINUTE.format(time.atZone(ZoneId.systemDefault()));
    }

    /** {@code 10:00:07.250}, the time of day alone. */
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /** {@code just now}, {@code 5 min ago}, {@code 3 d ago}; empty for none. */
    public static String ago(@Nullable Instant time, Instant now) {
        if (time == null) {
            return "";
        }
        Duration age = Duration.between(time, now);
        if (age.toSeconds() < 5) {
            return Texts.get("times.now");
        }
        if (age.toMinutes() < 1) {
            return Texts.get("times.seconds", age.toSeconds());
        }
        if (age.toHours() < 1) {
            return Texts.get("times.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? Texts.get("times.hours", age.toHours()) : Texts.get("times.days", age.toDays());
    }
}
