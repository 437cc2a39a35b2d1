package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A UI thread without a toolkit: tasks run in order, and after each one what a test waits for is looked at. */
public final class UiQueue implements Executor, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<Boolean> ran = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        thread.execute(() -> {
            task.run();
            ran.add(true);
        });
    }

    /** Runs there and gives back what came out. */
    public <T> T ask(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Does something there. */
    public void run(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something holds there. */
    public void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!ask(condition::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                fail("not within %s", PATIENCE);
            }
            try {
                ran.poll(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
