package dev.gatehouse.engine.control;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs something at a time, unless it is set anew before. */
final class Countdown implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("confirm-countdown").factory());
    private @Nullable ScheduledFuture<?> running;

    synchronized void set(@Nullable Instant at, Runnable action) {
        if (running != null) {
            running.cancel(false);
        }
        running = at == null || timer.isShutdown()
                ? null
                : timer.schedule(
                        action, Math.max(0, Duration.between(Instant.now(), at).toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Runs nothing more; what runs now is not interrupted, since it may be writing. */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.cancel(false);
        }
        timer.shutdown();
    }
}
