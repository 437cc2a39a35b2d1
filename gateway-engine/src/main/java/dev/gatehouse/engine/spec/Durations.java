package dev.gatehouse.engine.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of durations: {@code 250ms}, {@code 5s}, {@code 1h30m}; whole numbers, from days to milliseconds. */
public final class Durations {
    /** The written form as a regular expression of the whole text. */
    static final String PATTERN = "(?=.)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    /** Up to here a number of one unit reads better than two units: 90m, but 2h5m. */
    private static final long READABLE = 120;

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text is none; the message says why
     */
    public static Duration parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a duration such as 250ms, 5s or 1h30m");
        }
        long millis = 0;
        for (int unit = 0; unit < UNITS.length; unit++) {
            String part = matcher.group(unit + 1);
            if (part != null) {
                millis += Long.parseLong(part, 0, part.length() - UNITS[unit].length(), 10) * MILLIS[unit];
            }
        }
        return Duration.ofMillis(millis);
    }

    /** Writes a duration, always the same for the same length; parts below a millisecond are lost. */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        for (int unit = 0; unit < UNITS.length; unit++) {
            long readable = unit == UNITS.length - 1 ? 9_999 : READABLE;
            if (millis % MILLIS[unit] == 0 && millis / MILLIS[unit] <= readable) {
                return millis / MILLIS[unit] + UNITS[unit];
            }
        }
        StringBuilder text = new StringBuilder();
        for (int unit = 0; unit < UNITS.length; unit++) {
            if (millis >= MILLIS[unit]) {
                text.append(millis / MILLIS[unit]).append(UNITS[unit]);
                millis %= MILLIS[unit];
            }
        }
        return text.toString();
    }
}
