package dev.gatehouse.app.screen.review;

import java.time.Duration;
import java.util.stream.Stream;

/** For how long a revision is applied. */
enum Fate {
    FOR_GOOD("review.fate.for-good", Duration.ZERO),
    HALF_MINUTE("review.fate.30s", Duration.ofSeconds(30)),
    MINUTE("review.fate.60s", Duration.ofMinutes(1)),
    FIVE_MINUTES("review.fate.5m", Duration.ofMinutes(5)),
    HALF_HOUR("review.fate.30m", Duration.ofMinutes(30));

    private final String key;
    private final Duration trial;

    Fate(String key, Duration trial) {
        this.key = key;
        this.trial = trial;
    }

    /** The one of this name; for good if there is none. */
    static Fate named(String name) {
        return Stream.of(values())
                .filter(fate -> fate.name().equals(name))
                .findFirst()
                .orElse(FOR_GOOD);
    }

    /** Its text's key. */
    String key() {
        return key;
    }

    /** After this time the gateway goes back unless it is told to keep it; zero for never. */
    Duration trial() {
        return trial;
    }
}
