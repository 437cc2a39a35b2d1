package dev.gatehouse.app.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The end of a gateway's log, read on as it grows. One thread at a time; blocks on the disk. */
public final class LogTail {
    /** How much of an old log is read at first. */
    private static final int FIRST = 128 * 1024;

    private final Path file;
    private long read = -1;
    private String unfinished = "";

    /** The log of a data directory. */
    public LogTail(Path directory) {
        file = directory.resolve("logs").resolve("gateway.log");
    }

    /** The lines that came since the last time, the oldest first; at the first time the last ones of the log. */
    public List<String> next() throws IOException {
        long size;
        try {
            size = Files.size(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        boolean first = read < 0;
        if (first || size < read) {
            // A shorter file is a new one: the old one was rolled away.
            read = first ? Math.max(0, size - FIRST) : 0;
            unfinished = "";
        }
        boolean cut = first && read > 0;
        byte[] bytes = new byte[(int) Math.min(size - read, FIRST)];
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(read);
            log.readFully(bytes);
        }
        read += bytes.length;
        String text = unfinished + new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        unfinished = text.substring(end);
        List<String> lines = text.substring(0, end).lines().toList();
        return cut && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
    }
}
