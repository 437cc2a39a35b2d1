package dev.gatehouse.engine.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs something at a time of a clock, unless it is set anew before. It looks at the clock at least once a second, since a
 * machine that sleeps or a clock that is set would make one long wait end too late.
 */
final class Countdown implements AutoCloseable {
    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("confirm-countdown").factory());
    private final InstantSource clock;
    private @Nullable ScheduledFuture<?> running;
    private long round;

    Countdown(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void set(@Nullable Instant at, Runnable action) {
        if (running != null) {
            running.cancel(false);
        }
        running = null;
        round++;
        if (at != null) {
            await(round, at, action);
        }
    }

    private synchronized void await(long mine, Instant at, Runnable action) {
        if (mine != round || timer.isShutdown()) {
            return;
        }
        long left = Duration.between(clock.instant(), at).toMillis();
        running = timer.schedule(
                () -> look(mine, at, action), Math.clamp(left, 0, LONGEST_WAIT_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void look(long mine, Instant at, Runnable action) {
        if (clock.instant().isBefore(at)) {
            await(mine, at, action);
        } else {
            action.run();
        }
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
