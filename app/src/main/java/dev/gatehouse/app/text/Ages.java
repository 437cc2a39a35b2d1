package dev.gatehouse.app.text;

import java.time.Duration;

/** Lengths of time as people say them, to the two greatest units. */
public final class Ages {
    private Ages() {}

    /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 14 min}. */
    public static String words(Duration age) {
        if (age.toMinutes() < 1) {
            return Texts.get("age.seconds", Math.max(0, age.toSeconds()));
        }
        return age.toHours() < 1
                ? Texts.get("age.minutes", age.toMinutes(), age.toSecondsPart())
                : Texts.get("age.hours", age.toHours(), age.toMinutesPart());
    }
}
