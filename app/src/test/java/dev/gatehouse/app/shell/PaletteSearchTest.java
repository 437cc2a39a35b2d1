package dev.gatehouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Icon;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final PaletteSearch search = new PaletteSearch(
            List.of(entry("Go back"), entry("Show notices")),
            List.of(
                    (words, most) -> {
                        throw new IOException("the gateway is gone");
                    },
                    (words, most) -> {
                        if (words.contains("slow")) {
                            asked.countDown();
                            never.await();
                        }
                        return List.of(entry("route " + words.getFirst()));
                    }),
            ui::add);

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void without_words_there_are_all_commands_and_nobody_else_is_asked() {
        search.look("  ");
        assertThat(search.found()).extracting(PaletteEntry::title).containsExactly("Go back", "Show notices");
        assertThat(search.searchingProperty().get()).isFalse();
    }

    @Test
    void what_a_source_finds_comes_after_the_commands_and_a_broken_source_keeps_none_from_it() throws Exception {
        search.look("back");
        settle();
        assertThat(search.found()).extracting(PaletteEntry::title).containsExactly("Go back", "route back");
        assertThat(search.searchingProperty().get()).isFalse();
    }

    @Test
    void what_is_typed_next_gives_up_what_is_still_looked_for() throws Exception {
        search.look("slow");
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        search.look("notices");
        settle();
        assertThat(search.found()).extracting(PaletteEntry::title).containsExactly("Show notices", "route notices");
    }

    private void settle() throws InterruptedException {
        while (search.searchingProperty().get()) {
            Runnable task = ui.poll(20, TimeUnit.SECONDS);
            assertThat(task).isNotNull();
            task.run();
        }
    }

    private static PaletteEntry entry(String title) {
        return new PaletteEntry(Icon.SEARCH, title, "", "", () -> {});
    }
}
