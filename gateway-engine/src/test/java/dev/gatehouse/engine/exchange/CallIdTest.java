package dev.gatehouse.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallIdTest {
    @Test
    void a_text_leads_back_to_its_id() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            CallId id = new CallId(random.nextLong(), random.nextLong());
            assertThat(id.text()).hasSize(CallId.LENGTH).matches("[0-9a-z]+");
            assertThat(CallId.parse(id.text())).isEqualTo(id);
        }
    }

    @Test
    void texts_order_as_unsigned_ids() {
        List<String> texts = new ArrayList<>();
        for (long high : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            for (long low : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
                texts.add(CallId.text(high, low));
            }
        }
        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_is_no_id_is_none() {
        assertThat(CallId.parse("")).isNull();
        assertThat(CallId.parse("0".repeat(25) + "u")).isNull();
        assertThat(CallId.parse("8" + "0".repeat(25))).isNull();
        assertThat(CallId.parse("0".repeat(27))).isNull();
    }
}
