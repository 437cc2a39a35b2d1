package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An upstream's setting of retries, ready for use.
 *
 * @param attempts the most attempts for a request
 * @param on what is worth another
 * @param backoffNanos the longest pause before the second attempt
 * @param tryNanos the longest wait for one attempt's response; {@link Long#MAX_VALUE} for no limit of its own
 * @param bodyBytes the largest body that is kept
 * @param budget what all requests together may use
 */
public record RetryRule(
        int attempts, Failures on, long backoffNanos, long tryNanos, long bodyBytes, RetryBudget budget) {
    private static final List<String> USUAL = List.of(Failures.CONNECT, Failures.RESET, "502", "503");
    private static final long LONGEST_PAUSE = 1_000_000_000L;

    static RetryRule of(Retry retry, RetryBudget budget) {
        List<String> on = new ArrayList<>(retry.on().isEmpty() ? USUAL : retry.on());
        Duration perTry = retry.perTry();
        if (perTry != null) {
            on.add(Failures.TIMEOUT);
        }
        return new RetryRule(
                retry.attempts(),
                new Failures(on),
                retry.backoff().toNanos(),
                perTry == null ? Long.MAX_VALUE : perTry.toNanos(),
                retry.body().bytes(),
                budget);
    }

    /** The longest pause after so many attempts. */
    public long pause(int attempts) {
        return Math.min(LONGEST_PAUSE, backoffNanos << attempts - 1);
    }
}
