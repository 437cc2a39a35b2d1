package dev.gatehouse.app.chart;

import java.time.Duration;

/** How far back a live chart looks. */
public enum Span {
    MINUTE(Duration.ofMinutes(1), "span.1m"),
    FIVE_MINUTES(Duration.ofMinutes(5), "span.5m"),
    QUARTER(Duration.ofMinutes(15), "span.15m"),
    HOUR(Duration.ofHours(1), "span.1h");

    private final Duration length;
    private final String key;

    Span(Duration length, String key) {
        this.length = length;
        this.key = key;
    }

    /** Its length. */
    public Duration length() {
        return length;
    }

    /** The key of its short name. */
    public String key() {
        return key;
    }
}
