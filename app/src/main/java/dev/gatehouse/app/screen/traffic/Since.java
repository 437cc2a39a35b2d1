package dev.gatehouse.app.screen.traffic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far back stored calls are looked for. */
public enum Since {
    QUARTER("traffic.since.quarter", Duration.ofMinutes(15)),
    HOUR("traffic.since.hour", Duration.ofHours(1)),
    DAY("traffic.since.day", Duration.ofDays(1)),
    WEEK("traffic.since.week", Duration.ofDays(7)),
    EVER("traffic.since.ever", null);

    private final String key;
    private final @Nullable Duration back;

    Since(String key, @Nullable Duration back) {
        this.key = key;
        this.back = back;
    }

    /** Its name's key. */
    public String key() {
        return key;
    }

    /** The earliest time; null for none. */
    @Nullable
    Instant from(Instant now) {
        return back == null ? null : now.minus(back);
    }
}
