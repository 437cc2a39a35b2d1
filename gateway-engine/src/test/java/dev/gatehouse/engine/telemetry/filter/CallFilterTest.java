package dev.gatehouse.engine.telemetry.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.engine.exchange.CallId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallFilterTest {
    private static final String ID = CallId.text(7, 9);

    /** A POST to orders that took 250 ms, was tried twice and ended in a 502. */
    private static final CallFacts CALL = new CallFacts() {
        private final Map<CallField, String> texts = new EnumMap<>(Map.of(
                CallField.METHOD, "POST",
                CallField.HOST, "api.example.com",
                CallField.PATH, "/shop/orders/7",
                CallField.CLIENT, "192.0.2.7",
                CallField.ROUTE, "orders",
                CallField.TARGET, "127.0.0.1:9101",
                CallField.FAULT, "upstream-truncated",
                CallField.ID, ID,
                CallField.REQUEST_ID, "Req-\"a b\""));

        @Override
        public long number(CallField field) {
            return switch (field) {
                case STATUS -> 502;
                case DURATION -> 250_000;
                case ATTEMPTS -> 2;
                case REVISION -> 42;
                case RESPONSE_BYTES -> 2048;
                default -> 0;
            };
        }

        @Override
        public @Nullable String text(CallField field) {
            return texts.get(field);
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "status:502",
                "status=502",
                "STATUS:502",
                "status:404,502",
                "status:500-503",
                "status:5xx",
                "status:4xx,5XX",
                "status>=500 status<503",
                "status>501",
                "status<=502",
                "-status:404",
                "-status:2xx,3xx",
                "dur>200ms",
                "dur:100ms-1s",
                "dur<1m",
                "attempts>1",
                "revision:42",
                "out:2KiB",
                "out>2000",
                "in:0",
                "method:GET,POST",
                "method:post",
                "host:API.example.com",
                "host:*.example.com",
                "path:/shop/*",
                "path:/shop/orders/7",
                "path:*orders*",
                "path:/*/orders/*",
                "-path:/shop",
                "route:orders",
                "route:*",
                "-route:-",
                "upstream:-",
                "-upstream:*",
                "target:127.0.0.1:9101",
                "client:192.0.2.*",
                "fault:*",
                "fault:-,upstream-truncated",
                "request:\"Req-\\\"a b\\\"\"",
                "ORDERS",
                "\"a B\"",
                "-timeout",
                "shop example"
            })
    void these_want_the_call(String filter) throws BadFilter {
        assertThat(CallFilter.parse(filter).matches(CALL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:404",
                "-status:5xx",
                "status>502",
                "status:5xx route:products",
                "dur>250ms",
                "dur<250ms",
                "path:/shop",
                "path:/shop/*/7/*",
                "path:/shop/orders/7*7",
                "path:\"/shop/*\"",
                "path:/SHOP/*",
                "route:-",
                "route:order",
                "request:\"-\"",
                "upstream:*",
                "fault:-",
                "-fault:*",
                "host:example.com",
                "nothing-of-it",
                "-orders"
            })
    void these_do_not(String filter) throws BadFilter {
        assertThat(CallFilter.parse(filter).matches(CALL)).isFalse();
    }

    @Test
    void a_call_is_found_by_its_id_as_a_term_and_as_a_word() throws BadFilter {
        assertThat(CallFilter.parse("id:" + ID).matches(CALL)).isTrue();
        assertThat(CallFilter.parse(ID).matches(CALL)).isTrue();
        assertThat(CallFilter.parse("id:" + CallId.text(7, 8)).matches(CALL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "status:404 staus:5|staus:5|12|did you mean 'status'?",
                "hots:x|hots:x|1|did you mean 'host'?",
                "http://x|http://x|1|in quotes",
                "status:|status:|8|needs a value, such as 404",
                "status:404,|status:404,|12|needs a value",
                "status:many|status:many|8|must be like 404",
                "status:503-500|status:503-500|8|smaller value of a range first",
                "a dur>5|dur>5|7|must be a duration such as 250ms",
                "out>5KB|out>5KB|5|must be a size",
                "route>5|route>5|1|has no order",
                "dur>5ms,7ms|dur>5ms,7ms|8|one value",
                "id:abc|id:abc|4|whole id",
                "a - b|-|3|right behind it",
                "path:\"/a b|path:\"/a|6|never closed",
                "\"a\"b|\"a\"b|4|behind the closing quote",
                "\"\"|\"\"|1|nothing in the quotes"
            })
    void a_wrong_term_is_named_with_its_place_and_what_would_do(
            String filter, String term, int column, String message) {
        BadFilter bad = catchThrowableOfType(BadFilter.class, () -> CallFilter.parse(filter));
        assertThat(bad.term()).isEqualTo(term);
        assertThat(bad.column()).isEqualTo(column);
        assertThat(bad).hasMessageContaining(message).hasMessageContaining("column " + column);
    }

    @Test
    void the_longest_duration_and_size_are_no_trouble() throws BadFilter {
        assertThat(CallFilter.parse("dur>999999999d").matches(CALL)).isFalse();
        assertThat(CallFilter.parse("out<=8388607TiB").matches(CALL)).isTrue();
    }
}
