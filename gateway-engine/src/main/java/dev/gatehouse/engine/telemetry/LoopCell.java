package dev.gatehouse.engine.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one thing on one event loop. The loop alone writes, with plain reads and opaque writes; the ticker
 * reads opaquely what is there. Counts only grow, so that a reader that sees one a moment late sees it the next time.
 */
final class LoopCell {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle LATENCY;
    private static final int STARTED = Tally.CLASSES;
    private static final int MICROS = STARTED + 1;

    static {
        try {
            LATENCY = MethodHandles.lookup().findVarHandle(LoopCell.class, "latency", int[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The observer that writes. */
    final Object owner;

    private final long[] counts = new long[MICROS + 1];

    /** Counts by bucket, modulo 2³²: the ticker reads often enough to tell how often they went round. */
    private int @Nullable [] latency;

    LoopCell(Object owner) {
        this.owner = owner;
    }

    void started() {
        add(counts, STARTED, 1);
    }

    void ended(int type, long nanos) {
        int[] own = latency;
        if (own == null) {
            own = new int[LatencyBuckets.COUNT];
            LATENCY.setRelease(this, own);
        }
        int bucket = LatencyBuckets.indexOf(nanos);
        INTS.setOpaque(own, bucket, own[bucket] + 1);
        add(counts, MICROS, nanos / 1000);
        add(counts, type, 1);
    }

    static void add(long[] array, int index, long value) {
        LONGS.setOpaque(array, index, array[index] + value);
    }

    static long read(long[] array, int index) {
        return (long) LONGS.getOpaque(array, index);
    }

    /** Adds what is counted here: classes, microseconds, started to the array in this order. Not the latencies. */
    void addCounts(long[] sums) {
        for (int i = 0; i < Tally.CLASSES; i++) {
            sums[i] += read(counts, i);
        }
        sums[MICROS] += read(counts, MICROS);
        sums[STARTED] += read(counts, STARTED); // last, so that no request seems to end before it starts
    }

    /** Adds the latencies, modulo 2³². */
    void addLatency(int[] sums) {
        int[] own = (int[]) LATENCY.getAcquire(this);
        if (own != null) {
            for (int i = 0; i < own.length; i++) {
                sums[i] += (int) INTS.getOpaque(own, i);
            }
        }
    }
}
