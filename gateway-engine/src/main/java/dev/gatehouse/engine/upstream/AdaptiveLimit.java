package dev.gatehouse.engine.upstream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests an upstream takes at once, found out by watching how long its answers take. When they take longer than
 * they usually do, requests queue there, and the limit falls by as much; when they do not, it rises by the square root of
 * itself, the queue that a burst may need. This is the gradient of Netflix's concurrency-limits ({@code Gradient2Limit},
 * https://github.com/Netflix/concurrency-limits), which goes back to TCP Vegas (Brakmo and Peterson, 1995).
 *
 * <p>Answers are gathered over windows. "Usual" is an average over many windows that follows slowly upwards, so that a
 * lasting overload does not become usual soon, and at once downwards. At its lowest the limit cannot be what makes answers
 * late: what they take there is usual, so that an upstream that has become slower is not held down. While less than half of the limit is in use it does
 * not rise: nothing has shown that more would be taken. Attempts that timed out cut it by a tenth.
 *
 * <p>Lock-free: who finds a window over and wins the exchange folds it; what comes meanwhile belongs to the next. Times are
 * {@link System#nanoTime}, given by the caller.
 */
public final class AdaptiveLimit {
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int LEAST_SAMPLES = 10;
    private static final long FOLDING = Long.MAX_VALUE;
    private static final double TOLERANCE = 1.5;
    private static final double LARGEST_STEP_DOWN = 0.5;
    private static final double SMOOTHING = 0.2;
    private static final double UPWARDS = 1.0 / 6000; // of a window: ten minutes
    /** Where the largest step down and the square root come to rest. */
    private static final double REST = 1 / (LARGEST_STEP_DOWN * LARGEST_STEP_DOWN);

    private static final double AFTER_TIMEOUT = 0.9;

    private final int least;
    private final int most;
    private final LongAdder answers = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final AtomicLong ends = new AtomicLong(Long.MIN_VALUE);
    private volatile int limit;

    // Of the one who folds; the exchange of the window's end publishes them to the next.
    private double exact;
    private double usual;

    AdaptiveLimit(int initial, int least, int most) {
        this.least = Math.min(least, most);
        this.most = most;
        exact = Math.clamp(initial, this.least, most);
        limit = (int) exact;
    }

    /** How many requests may be there at once. */
    public int limit() {
        return limit;
    }

    /**
     * An answer has begun.
     *
     * @param took how long that was after its request was sent
     * @param inFlight how many requests were there
     */
    void answered(long took, int inFlight, long now) {
        answers.increment();
        nanos.add(took);
        look(inFlight, now);
    }

    /** An answer did not come in time. */
    void timedOut(int inFlight, long now) {
        timeouts.increment();
        look(inFlight, now);
    }

    private void look(int inFlight, long now) {
        long end = ends.get();
        if (end == FOLDING) {
            return;
        }
        if (end == Long.MIN_VALUE) {
            ends.compareAndSet(end, now + WINDOW_NANOS);
            return;
        }
        if (now - end < 0 || answers.sum() + timeouts.sum() < LEAST_SAMPLES || !ends.compareAndSet(end, FOLDING)) {
            return;
        }
        fold(inFlight);
        ends.set(now + WINDOW_NANOS);
    }

    private void fold(int inFlight) {
        long failed = timeouts.sumThenReset();
        long count = answers.sumThenReset();
        long sum = nanos.sumThenReset();
        if (failed > 0) {
            become(exact * AFTER_TIMEOUT);
            return;
        }
        if (count == 0) {
            return;
        }
        double mean = Math.max(1, (double) sum / count);
        boolean lowest = exact < Math.max(least, REST) + 1;
        usual = usual == 0 || lowest || mean < usual ? mean : usual + (mean - usual) * UPWARDS;
        double gradient = Math.clamp(TOLERANCE * usual / mean, LARGEST_STEP_DOWN, 1);
        double next = exact * gradient + Math.sqrt(exact);
        if (next > exact && inFlight < exact / 2) {
            return;
        }
        become(exact + (next - exact) * SMOOTHING);
    }

    private void become(double next) {
        exact = Math.clamp(next, least, most);
        limit = (int) exact;
    }
}
