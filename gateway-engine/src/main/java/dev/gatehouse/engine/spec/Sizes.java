package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.ByteSize;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of sizes: {@code 512B}, {@code 64KiB}, {@code 10MiB}; whole numbers of powers of 1024. */
public final class Sizes {
    /** The written form as a regular expression of the whole text. */
    static final String PATTERN = "([0-9]{1,15})(B|KiB|MiB|GiB|TiB)";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Sizes() {}

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException if the text is none; the message says why
     */
    public static ByteSize parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a size such as 512B, 64KiB or 10MiB");
        }
        long bytes = Long.parseLong(matcher.group(1));
        try {
            for (int unit = 0; !UNITS[unit].equals(matcher.group(2)); unit++) {
                bytes = Math.multiplyExact(bytes, 1024L);
            }
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException("is more than a size can be");
        }
        return new ByteSize(bytes);
    }

    /** Writes a size in the largest unit that leaves a whole number. */
    public static String print(ByteSize size) {
        long number = size.bytes();
        int unit = 0;
        while (number != 0 && number % 1024 == 0 && unit < UNITS.length - 1) {
            number /= 1024;
            unit++;
        }
        return number + UNITS[unit];
    }
}
