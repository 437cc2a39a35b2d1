package dev.gatehouse.app.form;

import dev.gatehouse.app.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is written with its unit: durations, sizes and rates. */
public enum Measure {
    /** {@code 250ms}, {@code 1h30m}; in milliseconds. */
    DURATION("(?=.)(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?"),
    /** {@code 64KiB}; in bytes. */
    SIZE("([0-9]{1,15})(B|KiB|MiB|GiB|TiB)"),
    /** {@code 600/min}; in calls a day. */
    RATE("([0-9]{1,12})/(s|min|h|day)");

    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] TIMES = {
        "measure.days", "measure.hours", "measure.minutes", "measure.seconds", "measure.milliseconds"
    };
    private static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private final Pattern written;

    Measure(String written) {
        this.written = Pattern.compile(written);
    }

    /** The measure that a schema's format names; null if it names none. */
    static @Nullable Measure of(String format) {
        return switch (format) {
            case "duration" -> DURATION;
            case "size" -> SIZE;
            case "rate" -> RATE;
            default -> null;
        };
    }

    /** Reads the written form; empty if the text is none. */
    public OptionalLong read(String text) {
        Matcher matcher = written.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    switch (this) {
                        case DURATION -> millis(matcher);
                        case SIZE ->
                            Math.multiplyExact(
                                    Long.parseLong(matcher.group(1)), 1L << 10 * SIZES.indexOf(matcher.group(2)));
                        case RATE ->
                            Math.multiplyExact(Long.parseLong(matcher.group(1)), 86_400 / seconds(matcher.group(2)));
                    });
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** How a text was read, in words: "1 hour 30 minutes"; empty if it could not be. */
    public String words(String text) {
        OptionalLong read = read(text);
        if (read.isEmpty()) {
            return "";
        }
        return switch (this) {
            case DURATION -> time(read.getAsLong());
            case SIZE -> size(read.getAsLong());
            case RATE -> rate(text);
        };
    }

    /** How it is written, for people who wrote it otherwise. */
    String example() {
        return switch (this) {
            case DURATION -> "250ms, 5s, 1h30m";
            case SIZE -> "512B, 64KiB, 10MiB";
            case RATE -> "100/s, 600/min, 10000/day";
        };
    }

    private static long millis(Matcher matcher) {
        long millis = 0;
        for (int unit = 0; unit < MILLIS.length; unit++) {
            String part = matcher.group(unit + 1);
            millis += part == null ? 0 : Long.parseLong(part) * MILLIS[unit];
        }
        return millis;
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            default -> 86_400;
        };
    }

    private static String time(long millis) {
        List<String> words = new ArrayList<>();
        long rest = millis;
        for (int unit = 0; unit < MILLIS.length; unit++) {
            long count = rest / MILLIS[unit];
            rest %= MILLIS[unit];
            if (count > 0) {
                words.add(Texts.get(TIMES[unit], count));
            }
        }
        return words.isEmpty() ? Texts.get("measure.at-once") : String.join(" ", words);
    }

    private static String size(long bytes) {
        return Texts.get(
                "measure.bytes",
                String.format(java.util.Locale.ROOT, "%,d", bytes).replace(',', '\u2009'));
    }

    private String rate(String text) {
        Matcher matcher = written.matcher(text);
        if (!matcher.matches()) {
            return "";
        }
        BigDecimal second = new BigDecimal(matcher.group(1))
                .divide(BigDecimal.valueOf(seconds(matcher.group(2))), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Texts.get("measure.rate", second.toPlainString());
    }
}
