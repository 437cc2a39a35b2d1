package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;

/** Which severities are shown. */
public enum Least {
    ALL("events.least.all", Severity.INFORMATION),
    WARNINGS("events.least.warnings", Severity.WARNING),
    PROBLEMS("events.least.problems", Severity.PROBLEM);

    private final String key;
    private final Severity least;

    Least(String key, Severity least) {
        this.key = key;
        this.least = least;
    }

    /** Its name's key. */
    String key() {
        return key;
    }

    boolean holds(GatewayEvent event) {
        return Severity.of(event).compareTo(least) <= 0;
    }
}
