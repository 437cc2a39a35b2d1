package dev.gatehouse.app.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a job has run, as far as it matters to somebody who waits for it. */
public enum Pace {
    /** Too short to speak of: a screen shows nothing of it. */
    QUICK(Duration.ZERO),
    /** Long enough to be noticed: a line under the header. */
    SLOW(Duration.ofMillis(150)),
    /** Long enough to wonder: a sentence, and a way to stop it. */
    LONG(Duration.ofSeconds(2));

    private final Duration from;

    Pace(Duration from) {
        this.from = from;
    }

    /** The age at which a job comes to this pace. */
    public Duration from() {
        return from;
    }

    /** The pace after this one; null after the last. */
    @Nullable
    Pace next() {
        return switch (this) {
            case QUICK -> SLOW;
            case SLOW -> LONG;
            case LONG -> null;
        };
    }
}
