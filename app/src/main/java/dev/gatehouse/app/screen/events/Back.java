package dev.gatehouse.app.screen.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far back the timeline goes. */
public enum Back {
    ALL("events.back.all", null),
    QUARTER("events.back.quarter", Duration.ofMinutes(15)),
    HOUR("events.back.hour", Duration.ofHours(1)),
    DAY("events.back.day", Duration.ofDays(1));

    private final String key;
    private final @Nullable Duration length;

    Back(String key, @Nullable Duration length) {
        this.key = key;
        this.length = length;
    }

    /** Its name's key. */
    String key() {
        return key;
    }

    /** The earliest time; the given one where there is no other bound. */
    Instant from(Instant now, Instant first) {
        return length == null ? first : now.minus(length);
    }
}
