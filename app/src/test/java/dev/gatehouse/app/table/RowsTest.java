package dev.gatehouse.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows<Entry> rows = new Rows<>(Entry.COLUMNS, Runnable::run, Runnable::run);

    @Test
    void rows_are_shown_as_they_came_until_a_column_sorts_them() {
        rows.set(Entry.many(20));
        assertThat(rows.shown()).extracting(Entry::number).startsWith(0, 1, 2);
        rows.sortingProperty().set(new Sorting("millis", true));
        assertThat(rows.shown()).extracting(Entry::millis).startsWith(589.0, 558.0, 527.0);
        rows.sortingProperty().set(Sorting.NONE);
        assertThat(rows.shown()).extracting(Entry::number).startsWith(0, 1, 2);
    }

    @Test
    void what_is_not_known_stands_last_in_both_directions() {
        rows.set(Entry.many(20));
        rows.sortingProperty().set(new Sorting("millis", false));
        assertThat(rows.shown().getLast().millis()).isNaN();
        rows.sortingProperty().set(new Sorting("millis", true));
        assertThat(rows.shown().getLast().millis()).isNaN();
    }

    @Test
    void a_filter_counts_what_it_leaves() {
        rows.set(Entry.many(2000));
        assertThat(rows.countProperty().get()).isEqualTo("2\u2009000");
        rows.filterProperty().set("path:/96/ -name:route-1");
        assertThat(rows.shown()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.path()).contains("/96/");
            assertThat(entry.name()).doesNotContain("route-1");
        });
        assertThat(rows.countProperty().get()).isEqualTo(rows.shown().size() + " of 2\u2009000");
    }

    @Test
    void each_answer_is_one_change_and_questions_that_were_overtaken_are_not_answered() {
        Deque<Runnable> background = new ArrayDeque<>();
        Rows<Entry> slow = new Rows<>(Entry.COLUMNS, background::add, Runnable::run);
        int[] changes = {0};
        slow.shown().addListener((ListChangeListener<Entry>) change -> changes[0]++);
        slow.set(Entry.many(50));
        for (String filter : List.of("r", "ro", "rou", "route-7")) {
            slow.filterProperty().set(filter);
        }
        while (!background.isEmpty()) {
            background.remove().run();
        }
        assertThat(changes[0]).isEqualTo(2);
        assertThat(slow.shown()).allSatisfy(entry -> assertThat(entry.name()).contains("route-7"));
    }

    @Test
    void an_answer_that_comes_after_the_rows_were_cleared_is_passed_over() {
        Deque<Runnable> background = new ArrayDeque<>();
        Rows<Entry> slow = new Rows<>(Entry.COLUMNS, background::add, Runnable::run);
        slow.set(Entry.many(50));
        slow.clear();
        background.remove().run();
        assertThat(slow.shown()).isEmpty();
        slow.set(Entry.many(3));
        background.remove().run();
        assertThat(slow.shown()).hasSize(3);
    }
}
