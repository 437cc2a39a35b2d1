package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.client.Stats;
import java.util.List;

/**
 * How calls fared over a while.
 *
 * @param requests how many there were
 * @param errors the share that ended in 5xx or was cut off, 0 to 1; NaN without requests
 * @param p95 milliseconds, of each step's 95th percentile the mean by calls; NaN without requests
 */
record Fared(long requests, double errors, double p95) {
    static Fared of(List<Stats.Point> points) {
        long requests = 0;
        long errors = 0;
        long timed = 0;
        double latency = 0;
        for (Stats.Point point : points) {
            requests += point.requests();
            errors += point.errors();
            if (point.p95() != null) {
                timed += point.requests();
                latency += point.p95() * point.requests();
            }
        }
        return new Fared(
                requests,
                requests == 0 ? Double.NaN : (double) errors / requests,
                timed == 0 ? Double.NaN : latency / timed);
    }
}
