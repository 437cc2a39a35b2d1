package dev.gatehouse.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path path;

    @Test
    void what_was_put_is_there_in_the_next_run_and_for_this_gateway_alone() {
        ConsoleFolder folder = new ConsoleFolder(path);
        try (Memory memory = new Memory(folder, "one")) {
            assertThat(memory.get("columns", "all")).isEqualTo("all");
            memory.put("columns", "name,status");
            assertThat(memory.get("columns", "all")).isEqualTo("name,status");
        }
        long end = System.nanoTime() + 10_000_000_000L;
        while (read(folder, "one").equals("all") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(read(folder, "one")).isEqualTo("name,status");
        assertThat(read(folder, "two")).isEqualTo("all");
    }

    private static String read(ConsoleFolder folder, String key) {
        try (Memory memory = new Memory(folder, key)) {
            return memory.get("columns", "all");
        }
    }
}
