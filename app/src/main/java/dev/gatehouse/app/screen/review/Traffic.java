package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.client.LiveFrame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How calls fared over a while.
 *
 * @param errors the share of calls that ended in 5xx or were cut off, 0 to 1; NaN if there were none
 * @param p95 milliseconds, of each second's 95th percentile the mean by calls; NaN if there were none
 */
record Traffic(double errors, double p95) {
    /** The seconds from one time, exclusive, to another. */
    static Traffic between(List<LiveFrame> frames, Instant from, @Nullable Instant to) {
        double requests = 0;
        double errors = 0;
        double timed = 0;
        double latency = 0;
        for (LiveFrame frame : frames) {
            if (frame.t().isAfter(from) && (to == null || !frame.t().isAfter(to))) {
                LiveFrame.Numbers total = frame.total();
                requests += total.requests();
                errors += total.errors();
                if (total.p95() != null) {
                    timed += total.requests();
                    latency += total.p95() * total.requests();
                }
            }
        }
        return new Traffic(requests == 0 ? Double.NaN : errors / requests, timed == 0 ? Double.NaN : latency / timed);
    }
}
