package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The least and greatest value of a field: milliseconds, bytes, characters, entries or the number itself.
 *
 * @param least the least measure, inclusive
 * @param greatest the greatest measure, inclusive
 * @param leastText the least as the declaration writes it, empty if there is none
 * @param greatestText the greatest, likewise
 */
record Bounds(long least, long greatest, String leastText, String greatestText) {

    static Bounds of(Shape shape, Setting setting) {
        return new Bounds(
                setting.min().isEmpty() ? Long.MIN_VALUE : Written.measure(shape, setting.min()),
                setting.max().isEmpty() ? Long.MAX_VALUE : Written.measure(shape, setting.max()),
                setting.min(),
                setting.max());
    }

    /** What a measure breaks, as the end of a sentence; null if it is within. */
    @Nullable
    String breach(long measure, String unit) {
        if (measure >= least && measure <= greatest) {
            return null;
        }
        if (least == greatest) {
            return leastText + unit;
        }
        if (leastText.isEmpty()) {
            return "at most " + greatestText + unit;
        }
        return greatestText.isEmpty()
                ? "at least " + leastText + unit
                : "between " + leastText + " and " + greatestText + unit;
    }
}
