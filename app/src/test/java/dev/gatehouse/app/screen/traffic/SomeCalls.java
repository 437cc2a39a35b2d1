package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.TailFrame;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls for tests. */
final class SomeCalls {
    static final Instant START = Instant.parse("2026-05-12T10:00:00Z");

    private SomeCalls() {}

    /** The calls of a shop, some of which go wrong. */
    static Call shop(int number) {
        return switch (number % 12) {
            case 3 -> call(number, "POST", "/shop/orders", 201, null, "orders", "orders", 88.4);
            case 5 -> call(number, "GET", "/shop/produkts", 404, "route-not-found", null, null, 0.21);
            case 7 ->
                call(number, "GET", "/shop/orders/" + number, 504, "upstream-timeout", "orders", "orders", 2000.3);
            case 9 -> call(number, "GET", "/old/" + number, 301, null, "old", null, 0.4);
            default ->
                call(number, "GET", "/shop/products/" + number, 200, null, "products", "catalog", 22.6 + number % 9);
        };
    }

    static Call call(
            int number,
            String method,
            String path,
            int status,
            @Nullable String fault,
            @Nullable String route,
            @Nullable String upstream,
            double millis) {
        List<Call.Mark> timeline = upstream == null
                ? List.of(mark(0, "received"), mark(millis / 2, "routed"), mark(millis, "ended"))
                : List.of(
                        mark(0, "received"),
                        mark(0.3, "routed"),
                        mark(1.9, "connected"),
                        mark(2.4, "request-sent"),
                        mark(millis * 0.9, "response-head"),
                        mark(millis, "ended"));
        List<Call.Miss> misses = status == 404
                ? List.of(
                        new Call.Miss("products", "path", path, "/shop/products/{id}"),
                        new Call.Miss("admin", "host", "shop.example.com", "admin.example.com"))
                : List.of();
        return new Call(
                "018f-" + number,
                START.plusMillis(number * 5L),
                method,
                "http",
                "shop.example.com",
                path,
                number % 4 == 0 ? "page=*&sort=*" : "",
                status,
                fault,
                fault == null ? null : "No route of this listener takes this request.",
                route,
                null,
                null,
                upstream,
                upstream == null ? null : "127.0.0.1:9101",
                upstream == null ? 0 : 1,
                millis,
                timeline,
                List.of(),
                misses,
                42,
                "public",
                "HTTP/1.1",
                "192.0.2.7",
                120,
                4096,
                "req-" + number);
    }

    static TailFrame frame(int from, int count) {
        return new TailFrame(
                IntStream.range(from, from + count).mapToObj(SomeCalls::shop).toList(), 0);
    }

    private static Call.Mark mark(double at, String event) {
        return new Call.Mark(at, event);
    }
}
