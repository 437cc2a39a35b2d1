package dev.gatehouse.engine.telemetry;

import java.util.Arrays;

/**
 * The one layout of latency buckets: {@value #COUNT} buckets whose bounds grow geometrically between the anchors 1, 2.5,
 * 5 and 10 of each decade, so that the usual bounds of a Prometheus histogram are bounds here too. A bucket stands for
 * the value that is equally far, relatively, from both its bounds.
 *
 * <p>From 100 µs to 100 s that value is within 5 % of any in the bucket. 160 buckets of that width would not reach from
 * 10 µs to an hour; outside the range they are wider (12 % from 50 µs, 23 % from 10 µs, 32 % up to an hour), and what
 * is below 10 µs or above an hour shares a bucket each.
 */
final class LatencyBuckets {
    /** The number of buckets. */
    static final int COUNT = 160;

    private static final int SUB_BITS = 4;
    private static final int SUB_MASK = (1 << SUB_BITS) - 1;

    /** The first nanosecond that is no longer in the bucket. The last bucket has no end. */
    private static final long[] END = new long[COUNT];

    private static final double[] MILLIS = new double[COUNT];

    /** By exponent and upper bits of the mantissa: the bucket of the smallest such value. Spans at most one bound. */
    private static final short[] FIRST = new short[Long.SIZE << SUB_BITS];

    static {
        long[] anchors = {10_000, 25_000, 50_000, 100_000};
        int[] parts = {2, 2, 3};
        int next = 0;
        END[next++] = anchors[0];
        for (int i = 0; i < parts.length; i++) {
            next = fill(next, anchors[i], anchors[i + 1], parts[i]);
        }
        for (long decade = 100_000; decade < 100_000_000_000L; decade *= 10) {
            next = fill(next, decade, decade * 5 / 2, 10);
            next = fill(next, decade * 5 / 2, decade * 5, 7);
            next = fill(next, decade * 5, decade * 10, 7);
        }
        next = fill(next, 100_000_000_000L, 250_000_000_000L, 3);
        next = fill(next, 250_000_000_000L, 1_000_000_000_000L, 2);
        next = fill(next, 1_000_000_000_000L, 3_600_000_000_000L, 2);
        END[next] = Long.MAX_VALUE;

        for (int i = 0; i < COUNT; i++) {
            double start = i == 0 ? 0 : END[i - 1];
            double end = i == COUNT - 1 ? start : END[i];
            double value = i == 0 ? end / 2 : 2 * start * end / (start + end);
            MILLIS[i] = value / 1e6;
        }
        for (int exponent = SUB_BITS; exponent < Long.SIZE - 1; exponent++) {
            for (int sub = 0; sub <= SUB_MASK; sub++) {
                long smallest = (long) (sub | (1 << SUB_BITS)) << (exponent - SUB_BITS);
                int at = Arrays.binarySearch(END, smallest);
                FIRST[(exponent << SUB_BITS) | sub] = (short) (at >= 0 ? at + 1 : -at - 1);
            }
        }
    }

    private LatencyBuckets() {}

    private static int fill(int next, long from, long to, int parts) {
        for (int i = 1; i <= parts; i++) {
            END[next + i - 1] = i == parts ? to : Math.round(from * Math.pow((double) to / from, (double) i / parts));
        }
        return next + parts;
    }

    /** The bucket of a duration; a negative one counts as 0. */
    static int indexOf(long nanos) {
        if (nanos < END[0]) {
            return 0;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int sub = (int) (nanos >>> (exponent - SUB_BITS)) & SUB_MASK;
        int first = FIRST[(exponent << SUB_BITS) | sub];
        return first == COUNT - 1 || nanos < END[first] ? first : first + 1;
    }

    /** The milliseconds that a bucket stands for. */
    static double millis(int bucket) {
        return MILLIS[bucket];
    }

    /** The first bucket that holds durations of this many nanoseconds or more; for an anchor, it starts there. */
    static int startingAt(long nanos) {
        return indexOf(nanos);
    }
}
