package dev.gatehouse.engine.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The id of a call: 128 bits, as text 26 characters of Crockford's base 32 in lower case, so that it goes into a URL as
 * it is, survives being read out, and selects with a double click.
 */
public record CallId(long high, long low) {
    /** The number of characters of an id's text. */
    public static final int LENGTH = 26;

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    /** The text of the id with these bits. */
    public static String text(long high, long low) {
        char[] text = new char[LENGTH];
        long upper = high;
        long lower = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) lower & MASK);
            lower = (lower >>> BITS) | (upper << (Long.SIZE - BITS));
            upper >>>= BITS;
        }
        return new String(text);
    }

    /** The id with this text, or null if the text is not one that {@link #text(long, long)} gives. */
    public static @Nullable CallId parse(String text) {
        if (text.length() != LENGTH || DIGITS.indexOf(text.charAt(0)) > 7) {
            return null; // 26 digits carry 130 bits; the first has only three of ours
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return null;
            }
            high = (high << BITS) | (low >>> (Long.SIZE - BITS));
            low = (low << BITS) | digit;
        }
        return new CallId(high, low);
    }

    /** The id's text. */
    public String text() {
        return text(high, low);
    }
}
