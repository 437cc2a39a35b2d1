package dev.gatehouse.app.look;

import java.util.Locale;

/** How something fares, in five kinds: each has a colour, a shape and words, never the colour alone. */
public enum Status {
    /** Healthy, active, in sync. */
    GOOD("M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"),
    /** Degraded, about to expire, a draft. */
    ATTENTION("M6 0.75L11.6 10.75H0.4z"),
    /** Down, failed, refused. */
    BAD("M1 1h3.4L6 3.8L7.6 1H11v10H1z"),
    /** Pending, starting, draining. */
    WAITING("M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 2.75a3.25 3.25 0 1 0 0 6.5a3.25 3.25 0 1 0 0-6.5z"),
    /** Disabled, or not known. */
    OFF("M1.5 5h9v2h-9z");

    private final String path;

    Status(String path) {
        this.path = path;
    }

    /** The shape on a 12×12 grid. */
    String path() {
        return path;
    }

    /** The style class that colours it. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
