package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Ordered;
import dev.gatehouse.engine.model.Setting;
import java.util.Map;

/** Requests that a share of a split takes whatever the weights are. */
@Declaration(
        title = "Condition",
        help = "Requests that this part takes whatever the weights are.",
        example = "{headers: {x-canary: always}}")
public record ShareCondition(
        @Setting(
                title = "Headers",
                help = "Headers that must be present with exactly this value.",
                keys = Setting.Format.HEADER_NAME,
                format = Setting.Format.HEADER_VALUE,
                max = "20")
        Map<String, String> headers,

        @Setting(
                title = "Cookies",
                help = "Cookies that must be present with exactly this value.",
                keys = Setting.Format.HEADER_NAME,
                max = "20")
        Map<String, String> cookies) {
    public ShareCondition {
        headers = Ordered.copy(headers);
        cookies = Ordered.copy(cookies);
        if (headers.isEmpty() && cookies.isEmpty()) {
            throw new IllegalArgumentException("a condition needs a header or a cookie");
        }
    }
}
