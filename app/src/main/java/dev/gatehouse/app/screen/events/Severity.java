package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;

/** How much an event matters. */
enum Severity {
    PROBLEM(Status.BAD, "events.severity.problem"),
    WARNING(Status.ATTENTION, "events.severity.warning"),
    INFORMATION(Status.GOOD, "events.severity.information");

    private final Status status;
    private final String key;

    Severity(Status status, String key) {
        this.status = status;
        this.key = key;
    }

    /** That of an event; of a word that is not known here, a warning rather than nothing. */
    static Severity of(GatewayEvent event) {
        return switch (event.severity()) {
            case "problem" -> PROBLEM;
            case "information" -> INFORMATION;
            default -> WARNING;
        };
    }

    /** Its mark. */
    Status status() {
        return status;
    }

    /** Its word. */
    String word() {
        return Texts.get(key);
    }
}
