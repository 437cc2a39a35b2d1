package dev.gatehouse.app.screen.upstreams;

import org.jspecify.annotations.Nullable;

/**
 * The traffic of one thing over the last seconds.
 *
 * @param rate requests a second
 * @param errors their share of the requests, 0 to 1; NaN if there were none
 * @param p95 milliseconds, of the last second that had any; NaN if none had
 */
record Pace(double rate, double errors, double p95) {
    /** None. */
    static final Pace NONE = new Pace(0, Double.NaN, Double.NaN);

    /** Gathers seconds. */
    static final class Sum {
        private long requests;
        private long errors;
        private double p95 = Double.NaN;

        void add(long more, long failed, @Nullable Double latency) {
            requests += more;
            errors += failed;
            if (latency != null) {
                // Percentiles of seconds cannot be averaged to one of all; the latest is at least true.
                p95 = latency;
            }
        }

        Pace over(int seconds) {
            return new Pace(
                    (double) requests / Math.max(1, seconds),
                    requests == 0 ? Double.NaN : (double) errors / requests,
                    p95);
        }
    }
}
