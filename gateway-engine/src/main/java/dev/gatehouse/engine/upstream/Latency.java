package dev.gatehouse.engine.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a target takes to answer, as its latest answers show: a mean in which an answer weighs the less the older it is,
 * except that a slower answer counts at once ("peak EWMA"). It fades, so that a target that was slow is tried again. When
 * two loops observe in the same moment, one of the two answers may be lost; a mean can do without.
 */
final class Latency {
    /** What a failure counts at least: an origin that fails at once must not look fast. */
    static final long FAILURE = 1_000_000_000L;

    private static final double FADE = 10e9;
    private static final double LEAST = 100_000;

    private final AtomicLong nanos = new AtomicLong();
    private volatile long observed;

    /** An answer has come. */
    void observe(long took, long now) {
        double before = faded(now);
        double weight = Math.exp(-Math.max(0, now - observed) / FADE);
        double next = took > before ? took : before * weight + took * (1 - weight);
        nanos.set((long) next);
        observed = now;
    }

    /** How long an answer would take now, in nanoseconds. */
    double expected(long now) {
        return Math.max(LEAST, faded(now));
    }

    private double faded(long now) {
        long last = nanos.get();
        return last == 0 ? 0 : last * Math.exp(-Math.max(0, now - observed) / FADE);
    }
}
