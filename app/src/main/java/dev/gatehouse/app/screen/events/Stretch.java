package dev.gatehouse.app.screen.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A stretch of time.
 *
 * @param to itself not included
 */
record Stretch(Instant from, Instant to) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** The moment at this share of it. */
    Instant at(double share) {
        return from.plusMillis(Math.round(length().toMillis() * share));
    }

    /** A moment, as exactly as this stretch asks for. */
    String words(Instant time, ZoneId zone) {
        DateTimeFormatter format = length().toMinutes() < 10 ? CLOCK : length().toHours() < 24 ? SHORT : DAY;
        return format.format(time.atZone(zone));
    }
}
