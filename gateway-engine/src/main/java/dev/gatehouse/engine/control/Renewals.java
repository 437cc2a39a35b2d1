package dev.gatehouse.engine.control;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether the files that the configuration refers to have changed, and what else time changes. */
public final class Renewals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("renewals").factory());

    private Renewals() {}

    /**
     * Begins.
     *
     * @param action what is done each time; where it fails, it is done again the next time
     */
    public static Renewals every(Duration pause, Runnable action) {
        Renewals renewals = new Renewals();
        renewals.timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        LOG.error("Looking for renewed secrets failed", e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return renewals;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
