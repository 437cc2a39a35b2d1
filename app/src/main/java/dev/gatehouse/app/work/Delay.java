package dev.gatehouse.app.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does something later; tests inject one whose time they move themselves. */
@FunctionalInterface
public interface Delay {
    /** Runs a task on the UI thread once this time has passed. */
    void after(Duration time, Runnable task);

    /** By the machine's clock. */
    static Delay on(Executor ui) {
        return (time, task) -> CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, ui)
                .execute(task);
    }
}
