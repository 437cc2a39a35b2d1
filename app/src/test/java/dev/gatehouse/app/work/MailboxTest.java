package dev.gatehouse.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<List<Integer>> read = new ArrayList<>();
    private final Mailbox<Integer> mailbox = new Mailbox<>(ui::add, 3, read::add);

    @Test
    void a_burst_wakes_the_reader_once() {
        mailbox.post(1);
        mailbox.post(2);
        assertThat(ui).hasSize(1);
        ui.remove().run();
        mailbox.post(3);
        ui.remove().run();
        assertThat(read).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void of_too_many_the_newest_are_kept() {
        for (int i = 1; i <= 5; i++) {
            mailbox.post(i);
        }
        ui.remove().run();
        assertThat(read).containsExactly(List.of(3, 4, 5));
    }
}
