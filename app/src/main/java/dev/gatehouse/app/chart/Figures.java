package dev.gatehouse.app.chart;

import java.util.Locale;

/** Numbers as people read them: at most three significant digits, a unit after a space, a dash for none. */
public final class Figures {
    /** What stands for a number that is not known. */
    public static final String NONE = "–";

    private static final String[] PREFIXES = {"", "k", "M", "G"};

    private Figures() {}

    /** {@code 61}, {@code 1.24 k}, {@code 12.4 M}. */
    public static String count(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        int prefix = 0;
        double scaled = value;
        // 999.5 would be written 1000, so it is the next prefix's already.
        while (Math.abs(scaled) >= 999.5 && prefix < PREFIXES.length - 1) {
            scaled /= 1000;
            prefix++;
        }
        return digits(scaled) + (prefix == 0 ? "" : " " + PREFIXES[prefix]);
    }

    /** {@code 812/s}, {@code 1.24 k/s}. */
    public static String rate(double perSecond) {
        return Double.isNaN(perSecond) ? NONE : count(perSecond) + "/s";
    }

    /** {@code 38 ms}, {@code 0.42 ms}, {@code 1.2 s}. */
    public static String milliseconds(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return value >= 999.5 ? digits(value / 1000) + " s" : digits(value) + " ms";
    }

    /** {@code 0.42 %}, of a share from 0 to 1. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : digits(share * 100) + " %";
    }

    /** An exact number with thin spaces between thousands, for tooltips. */
    public static String exact(double value) {
        return Double.isNaN(value)
                ? NONE
                : String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.3f", value)
                        .replace(',', '\u2009');
    }

    private static String digits(double value) {
        double magnitude = Math.abs(value);
        int decimals = magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : 2;
        String written = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return written.contains(".") ? written.replaceFirst("\\.?0+$", "") : written;
    }
}
