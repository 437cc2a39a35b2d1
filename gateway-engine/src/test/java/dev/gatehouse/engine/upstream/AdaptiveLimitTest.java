package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that takes a certain number of requests at once and lets the others queue, seen on a simulated clock. */
class AdaptiveLimitTest {
    private static final long SERVICE = TimeUnit.MILLISECONDS.toNanos(10);

    private final AdaptiveLimit limit = new AdaptiveLimit(20, 4, 1000);
    private long now = -TimeUnit.SECONDS.toNanos(3);

    /** Offers a number of requests at once for a time; what is over the limit is refused. */
    private void serve(int seconds, int capacity, int offered) {
        serve(seconds, capacity, offered, SERVICE);
    }

    private void serve(int seconds, int capacity, int offered, long service) {
        long end = now + TimeUnit.SECONDS.toNanos(seconds);
        while (now < end) {
            int inFlight = Math.min(limit.limit(), offered);
            long took = service * Math.max(1, inFlight) / Math.min(capacity, Math.max(1, inFlight));
            now += took;
            for (int i = 0; i < inFlight; i++) {
                limit.answered(took, inFlight, now);
            }
        }
    }

    @Test
    void it_settles_a_little_above_what_the_server_takes() {
        serve(60, 100, 1000);
        assertThat(limit.limit()).isBetween(100, 200);
    }

    @Test
    void it_falls_when_the_server_takes_less_and_rises_when_it_takes_more() {
        serve(60, 100, 1000);
        serve(20, 20, 1000);
        int low = limit.limit();
        assertThat(low).isBetween(20, 60);
        serve(60, 300, 1000);
        assertThat(limit.limit()).isGreaterThan(250);
    }

    @Test
    void it_does_not_rise_while_little_is_asked() {
        serve(60, 100, 5);
        assertThat(limit.limit()).isEqualTo(20);
    }

    @Test
    void it_stays_where_it_is_enough_for_what_is_asked() {
        serve(60, 1000, 30);
        assertThat(limit.limit()).isBetween(30, 70);
    }

    @Test
    void an_upstream_that_has_become_slower_is_not_held_down() {
        serve(60, 100, 1000);
        serve(120, 100, 1000, 5 * SERVICE);
        assertThat(limit.limit()).isGreaterThan(80);
    }

    @Test
    void timeouts_cut_it_down_to_the_least() {
        serve(60, 100, 1000);
        for (int i = 0; i < 1000; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(50);
            limit.timedOut(100, now);
        }
        assertThat(limit.limit()).isEqualTo(4);
    }

    @Test
    void it_never_passes_the_most() {
        serve(120, 5000, 5000);
        assertThat(limit.limit()).isEqualTo(1000);
    }
}
