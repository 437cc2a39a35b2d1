package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.client.Stats;
import org.jspecify.annotations.Nullable;

/**
 * How calls fared over a while.
 *
 * @param errors the share of calls that ended in 5xx or were cut off, 0 to 1; NaN if there were none
 * @param p95 milliseconds, over all of these calls; NaN if there were none
 */
record Traffic(double errors, double p95) {
    static final Traffic NONE = new Traffic(Double.NaN, Double.NaN);

    static Traffic of(Stats.@Nullable Point whole) {
        if (whole == null || whole.requests() == 0) {
            return NONE;
        }
        Double p95 = whole.p95();
        return new Traffic((double) whole.errors() / whole.requests(), p95 == null ? Double.NaN : p95);
    }
}
