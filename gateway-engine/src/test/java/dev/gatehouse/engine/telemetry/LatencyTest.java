package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {
    private static final double[] SHARES = {0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999};

    private static void assertWithinFivePercent(long[] nanos) {
        Tally tally = new Tally();
        for (long one : nanos) {
            tally.record(Tally.SUCCESS, one);
        }
        Arrays.sort(nanos);
        for (double share : SHARES) {
            double exact = nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6;
            assertThat(tally.percentile(share)).as("p%s", share).isCloseTo(exact, Percentage.withPercentage(5));
        }
    }

    private static long[] drawn(long seed, ToDoubleFunction<Random> millis) {
        Random random = new Random(seed);
        long[] nanos = new long[20_000];
        Arrays.setAll(nanos, i -> (long) (Math.clamp(millis.applyAsDouble(random), 0.1, 99_999) * 1e6));
        return nanos;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void percentiles_are_within_five_percent_of_the_exact_ones(long seed) {
        assertWithinFivePercent(drawn(seed, random -> Math.exp(random.nextGaussian() * 1.5 + 2)));
        assertWithinFivePercent(drawn(seed, random -> 0.2 - 40 * Math.log(random.nextDouble())));
        assertWithinFivePercent(drawn(seed, random -> random.nextInt(10) == 0 ? 30_000 : 3 + random.nextDouble()));
        assertWithinFivePercent(drawn(seed, random -> Math.pow(10, -1 + 6 * random.nextDouble())));
    }

    @Test
    void every_duration_from_100_microseconds_to_100_seconds_is_within_five_percent_of_its_bucket() {
        for (double nanos = 100_000; nanos < 100e9; nanos *= 1.0007) {
            double shown = LatencyBuckets.millis(LatencyBuckets.indexOf((long) nanos)) * 1e6;
            assertThat(shown).isCloseTo(nanos, Percentage.withPercentage(5));
        }
    }

    @Test
    void buckets_follow_each_other_without_a_gap() {
        int last = 0;
        for (double nanos = 1; nanos < 4e12; nanos *= 1.001) {
            int bucket = LatencyBuckets.indexOf((long) nanos);
            assertThat(bucket).isBetween(last, last + 1);
            last = bucket;
        }
        assertThat(last).isEqualTo(LatencyBuckets.COUNT - 1);
        assertThat(LatencyBuckets.indexOf(Long.MAX_VALUE)).isEqualTo(LatencyBuckets.COUNT - 1);
        assertThat(LatencyBuckets.indexOf(-1)).isZero();
    }

    @Test
    void the_usual_bounds_of_a_histogram_are_bounds_of_buckets() {
        for (long micros : new long[] {100, 250, 500, 1000, 2500, 5000, 50_000, 1_000_000, 50_000_000}) {
            long nanos = micros * 1000;
            assertThat(LatencyBuckets.indexOf(nanos)).isEqualTo(LatencyBuckets.indexOf(nanos - 1) + 1);
        }
    }

    @Test
    void merged_tallies_are_the_tally_of_everything() {
        Tally all = new Tally();
        Tally merged = new Tally();
        Random random = new Random(7);
        for (int part = 0; part < 10; part++) {
            Tally own = new Tally();
            for (int i = 0; i < 500; i++) {
                long nanos = (long) Math.exp(10 + random.nextDouble() * 15);
                int type = random.nextInt(Tally.CLASSES);
                own.record(type, nanos);
                all.record(type, nanos);
            }
            merged.add(Tally.decode(own.encode()));
        }
        assertThat(merged.encode()).isEqualTo(all.encode());
        assertThat(merged.requests()).isEqualTo(5000);
        for (double share : SHARES) {
            assertThat(merged.percentile(share)).isEqualTo(all.percentile(share));
        }
    }

    @Test
    void nothing_has_no_percentile() {
        assertThat(new Tally().percentile(0.5)).isNull();
        assertThat(Tally.decode(new Tally().encode()).percentile(0.5)).isNull();
        assertThat(new Tally().requests()).isCloseTo(0, within(0L));
    }
}
