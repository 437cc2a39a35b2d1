package dev.gatehouse.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Asks the FX thread over and over whether it is there, and keeps the longest time that it took to answer. The time in
 * which the thread was ready but the machine gave it no core is not counted: that is the machine's stall, not ours.
 */
public final class StallWatch implements AutoCloseable {
    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    private final Thread watcher =
            Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);
    private volatile boolean closed;
    private volatile long longest;
    private long waitedBefore;

    /** The longest stall since the start or the last {@link #reset}. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** Forgets what was, such as the first layout of a scene. */
    public void reset() {
        longest = 0;
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!closed) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(() -> {
                    long waited = waited();
                    long stall = System.nanoTime() - asked - (waited - waitedBefore);
                    waitedBefore = waited;
                    longest = Math.max(longest, stall);
                    answered.countDown();
                });
                answered.await();
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long this thread has waited for a core in its life, as Linux counts it; 0 elsewhere. */
    private static long waited() {
        try {
            return Long.parseLong(Files.readString(SCHEDULER).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }
}
