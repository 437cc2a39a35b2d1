package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.client.Stats;

/**
 * How calls fared over a while.
 *
 * @param requests how many there were
 * @param errors the share that ended in 5xx or was cut off, 0 to 1; NaN without requests
 * @param p95 milliseconds, over all of these calls; NaN without requests
 */
record Fared(long requests, double errors, double p95) {
    static Fared of(Stats.Point whole) {
        Double p95 = whole.p95();
        return new Fared(
                whole.requests(),
                whole.requests() == 0 ? Double.NaN : (double) whole.errors() / whole.requests(),
                p95 == null ? Double.NaN : p95);
    }
}
