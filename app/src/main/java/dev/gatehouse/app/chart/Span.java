package dev.gatehouse.app.chart;

import java.time.Duration;

/** How far back a chart looks. */
public enum Span {
    MINUTE(Duration.ofMinutes(1), Duration.ofSeconds(1), "span.1m"),
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofSeconds(1), "span.5m"),
    QUARTER(Duration.ofMinutes(15), Duration.ofSeconds(1), "span.15m"),
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1), "span.1h"),
    SIX_HOURS(Duration.ofHours(6), Duration.ofMinutes(2), "span.6h"),
    DAY(Duration.ofDays(1), Duration.ofMinutes(5), "span.1d");

    private final Duration length;
    private final Duration step;
    private final String key;

    Span(Duration length, Duration step, String key) {
        this.length = length;
        this.step = step;
        this.key = key;
    }

    /** Its length. */
    public Duration length() {
        return length;
    }

    /** The time between two points. */
    public Duration step() {
        return step;
    }

    /** Whether the live stream has all of it, second by second. */
    public boolean isLive() {
        return length.compareTo(QUARTER.length) <= 0;
    }

    /** The key of its short name. */
    public String key() {
        return key;
    }
}
