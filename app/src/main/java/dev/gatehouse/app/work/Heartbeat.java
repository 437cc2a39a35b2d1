package dev.gatehouse.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs something on the UI thread once a second, for ages and countdowns that move although nothing comes in. */
public final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    /** Starts at once. */
    public Heartbeat(Executor ui, Runnable beat) {
        timer.scheduleAtFixedRate(() -> ui.execute(beat), 1, 1, TimeUnit.SECONDS);
    }

    /** Stops; a beat that waits on the UI thread may still run. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
