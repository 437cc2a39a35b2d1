package dev.gatehouse.app.draft;

import dev.gatehouse.app.profile.ConsoleFolder;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the draft of one gateway on the disk, at most two seconds behind, so that a crash costs no work. One that has
 * become empty leaves no file. Any thread.
 */
final class Journal implements AutoCloseable {
    private static final long BEHIND_MILLIS = 2000;

    /** No daemon: the program ends when the last edit is on the disk. */
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("draft-journal").factory());

    private final ConsoleFolder folder;
    private final String file;
    private @Nullable Saved next;

    /**
     * A journal.
     *
     * @param key of the connection
     */
    Journal(ConsoleFolder folder, String key) {
        this.folder = folder;
        this.file = "drafts/" + key + ".json";
    }

    /** What an earlier run left; blocks. */
    Saved read() {
        return folder.read(file, Saved.class, Saved.NOTHING);
    }

    /** Keeps this state, soon. */
    synchronized void note(Saved saved) {
        boolean planned = next != null;
        next = saved;
        if (!planned && !writer.isShutdown()) {
            writer.schedule(this::write, BEHIND_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what is not written yet, behind. */
    @Override
    public synchronized void close() {
        if (!writer.isShutdown()) {
            writer.execute(this::write);
            writer.shutdown();
        }
    }

    /** Waits until a closed journal is on the disk; false if that takes longer. */
    boolean awaitWritten(long time, TimeUnit unit) throws InterruptedException {
        return writer.awaitTermination(time, unit);
    }

    private void write() {
        Saved now;
        synchronized (this) {
            now = next;
            next = null;
        }
        if (now == null) {
            return;
        }
        try {
            if (now.isEmpty()) {
                folder.delete(file);
            } else {
                folder.write(file, now);
            }
        } catch (IOException e) {
            // The draft itself is whole; the next edit tries again.
        }
    }
}
