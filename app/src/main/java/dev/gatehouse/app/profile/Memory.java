package dev.gatehouse.app.profile;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the console remembers for one gateway: columns, filters, splits, as texts by key. Reads are from memory; writes
 * are gathered and go to the disk behind. Losing it costs comfort, not work, so a file that cannot be written is passed
 * over. Any thread.
 */
public final class Memory implements AutoCloseable {
    private static final long GATHER_MILLIS = 500;

    private final ConsoleFolder folder;
    private final String file;
    private final TreeMap<String, String> values;
    /** No daemon: the program ends when the last change is on the disk. */
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("memory").factory());

    private boolean planned;

    /**
     * The memory of one gateway. Reads its file.
     *
     * @param key of the connection
     */
    public Memory(ConsoleFolder folder, String key) {
        this.folder = folder;
        this.file = "memory/" + key + ".json";
        this.values = new TreeMap<>(folder.read(file, Values.class, new Values()));
    }

    /** What was put last, also in an earlier run. */
    public synchronized String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** Remembers a text. */
    public synchronized void put(String key, String value) {
        if (!value.equals(values.put(key, value)) && !planned && !writer.isShutdown()) {
            planned = true;
            writer.schedule(this::write, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what is not written yet, behind. */
    @Override
    public synchronized void close() {
        if (planned && !writer.isShutdown()) {
            writer.execute(this::write);
        }
        writer.shutdown();
    }

    private void write() {
        Values now = new Values();
        synchronized (this) {
            if (!planned) {
                return;
            }
            planned = false;
            now.putAll(values);
        }
        try {
            folder.write(file, now);
        } catch (IOException e) {
            // Comfort only: the next change tries again.
        }
    }

    /** The file's shape. */
    static final class Values extends TreeMap<String, String> {
        private static final long serialVersionUID = 1;
    }
}
