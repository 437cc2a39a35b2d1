package dev.gatehouse.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Path log;

    @BeforeEach
    void makeFolder() throws IOException {
        log = Files.createDirectories(directory.resolve("logs")).resolve("gateway.log");
    }

    @Test
    void a_line_comes_once_and_only_when_it_is_whole() throws IOException {
        LogTail tail = new LogTail(directory);
        assertThat(tail.next()).isEmpty();
        Files.writeString(log, "one\ntw");
        assertThat(tail.next()).containsExactly("one");
        Files.writeString(log, "o\nthree\n", StandardOpenOption.APPEND);
        assertThat(tail.next()).containsExactly("two", "three");
        assertThat(tail.next()).isEmpty();
    }

    @Test
    void of_a_long_log_the_end_comes_without_the_line_that_was_cut() throws IOException {
        Files.writeString(log, "an old line\n".repeat(20_000) + "the last\n");
        assertThat(new LogTail(directory).next())
                .hasSizeBetween(1_000, 12_000)
                .endsWith("the last")
                .allMatch(line -> line.equals("an old line") || line.equals("the last"));
    }

    @Test
    void a_log_that_was_rolled_away_is_read_from_its_start() throws IOException {
        LogTail tail = new LogTail(directory);
        Files.writeString(log, "one\ntwo\n");
        assertThat(tail.next()).hasSize(2);
        Files.writeString(log, "new\n");
        assertThat(tail.next()).containsExactly("new");
    }
}
