package dev.gatehouse.engine.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many retries an upstream may still have: a share of its requests over the last ten seconds. Targets that fail
 * everything thus see little more than the requests themselves, instead of a multiple of them. Lock-free, shared by all
 * event loops. Times are {@link System#nanoTime}.
 */
public final class RetryBudget {
    /** Always allowed in a window, so that a quiet upstream can retry at all. */
    static final int MINIMUM = 10;

    private static final int SECONDS = 10;
    private static final long SECOND = 1_000_000_000L;
    private static final int HUNDRED = 100;

    private final int percent;
    private final Window requests = new Window(SECONDS, SECOND);
    private final Window retries = new Window(SECONDS, SECOND);
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    RetryBudget(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** Counts a request. */
    public void request(long now) {
        requests.add(now);
    }

    /** Takes a retry out of the budget; false if it is used up. */
    public boolean take(long now) {
        retries.add(now); // first, so that two loops never take the last one both
        if (retries.sum(now) > limit(now)) {
            retries.takeBack(now);
            refused.incrementAndGet();
            return false;
        }
        made.incrementAndGet();
        return true;
    }

    /** The most retries in the window that ends now. */
    public long limit(long now) {
        return Math.max(MINIMUM, requests.sum(now) * percent / HUNDRED);
    }

    /** The retries in the window that ends now. */
    public long used(long now) {
        return retries.sum(now);
    }

    /** All retries so far. */
    public long made() {
        return made.get();
    }

    /** How often there was nothing left. */
    public long refused() {
        return refused.get();
    }
}
