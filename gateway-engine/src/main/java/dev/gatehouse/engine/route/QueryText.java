package dev.gatehouse.engine.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a query as sent: {@code a=1&b=2}, percent-encoded, a plus for a space. */
final class QueryText {
    private QueryText() {}

    /** Whether a parameter has this value at least once. */
    static boolean has(String query, String name, String value) {
        int from = 0;
        while (from < query.length()) {
            int end = end(query, from);
            int equals = equals(query, from, end);
            if (same(query, from, equals, name) && same(query, Math.min(equals + 1, end), end, value)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    /** All parameters; of one that stands several times, the first. */
    static Map<String, String> all(String query) {
        Map<String, String> all = new LinkedHashMap<>();
        int from = 0;
        while (from < query.length()) {
            int end = end(query, from);
            int equals = equals(query, from, end);
            if (end > from) {
                all.putIfAbsent(
                        decoded(query.substring(from, equals)),
                        decoded(query.substring(Math.min(equals + 1, end), end)));
            }
            from = end + 1;
        }
        return all;
    }

    private static int end(String query, int from) {
        int end = query.indexOf('&', from);
        return end < 0 ? query.length() : end;
    }

    private static int equals(String query, int from, int end) {
        int equals = query.indexOf('=', from);
        return equals < 0 || equals > end ? end : equals;
    }

    private static boolean same(String query, int from, int to, String wanted) {
        for (int i = from; i < to; i++) {
            char c = query.charAt(i);
            if (c == '%' || c == '+') {
                return decoded(query.substring(from, to)).equals(wanted);
            }
        }
        return to - from == wanted.length() && query.startsWith(wanted, from);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a bad encoding equals only itself
        }
    }
}
