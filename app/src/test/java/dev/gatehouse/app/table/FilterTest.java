package dev.gatehouse.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final List<String> KEYS = List.of("name", "status");

    @Test
    void words_are_looked_for_anywhere_and_in_any_case() {
        assertThat(Filter.parse("  Shop  orders ", KEYS))
                .containsExactly(new Filter.Term("", "shop", false), new Filter.Term("", "orders", false));
    }

    @Test
    void a_column_before_a_colon_narrows_and_what_is_no_column_is_a_word() {
        assertThat(Filter.parse("status:50 10.0.0.1:8080", KEYS))
                .containsExactly(new Filter.Term("status", "50", false), new Filter.Term("", "10.0.0.1:8080", false));
    }

    @Test
    void quotes_hold_words_together_and_a_minus_turns_a_term_round() {
        assertThat(Filter.parse("name:\"old shop\" -status:2", KEYS))
                .containsExactly(new Filter.Term("name", "old shop", false), new Filter.Term("status", "2", true));
    }

    @Test
    void a_term_that_is_not_finished_filters_nothing() {
        assertThat(Filter.parse("status: \" ", KEYS)).isEmpty();
    }
}
