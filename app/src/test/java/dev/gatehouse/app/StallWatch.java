package dev.gatehouse.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Asks the FX thread over and over whether it is there, and keeps the longest time that it took to answer. The time in
 * which the thread was ready but the machine gave it no core is not counted: that is the machine's stall, not ours.
 */
public final class StallWatch implements AutoCloseable {
    /** Threads by their names as Linux cuts them. */
    private static final Set<String> WAITED_FOR = Set.of("JavaFX Applicat", "QuantumRenderer", "VM Thread");

    private final List<Path> counters = counters();

    private volatile boolean closed;
    private volatile long longest;
    /** What was asked before is passed over. */
    private volatile long since = System.nanoTime();

    private long waitedBefore;
    /** The last field: the thread must find the others set. */
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);

    /** The longest stall since the start or the last {@link #reset}. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** Forgets what was, such as the first layout of a scene. */
    public void reset() {
        since = System.nanoTime();
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
                    if (asked - since >= 0) {
                        longest = Math.max(longest, stall);
                    }
                    answered.countDown();
                });
                answered.await();
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long those threads have waited for a core in their lives, as Linux counts it; 0 elsewhere. */
    private long waited() {
        long waited = 0;
        for (Path counter : counters) {
            try {
                waited += Long.parseLong(Files.readString(counter).split(" ")[1]);
            } catch (IOException e) {
                // The thread is gone, or this is another system.
            }
        }
        return waited;
    }

    private static List<Path> counters() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                String name = Files.readString(task.resolve("comm")).strip();
                if (WAITED_FOR.contains(name)) {
                    found.add(task.resolve("schedstat"));
                }
            }
        } catch (IOException e) {
            // Another system: every stall counts.
        }
        return found;
    }
}
