package dev.gatehouse.engine.store.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.Call;
import dev.gatehouse.engine.telemetry.CallQuery;
import dev.gatehouse.engine.telemetry.CallStore;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter finds the same calls in memory and in the store: generated filters on generated calls. */
class FilterAgreementTest {
    private static final long SEED = 20261122;
    private static final int CALLS = 400;
    private static final int FILTERS = 600;

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    void the_store_finds_what_memory_finds() throws Exception {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(call(i));
        }
        int found = 0;
        try (CallStore store = new DuckCallStore(directory.resolve("calls.duckdb"), CallStoreLimits.DEFAULT)) {
            store.append(calls, List.of());
            for (int i = 0; i < FILTERS; i++) {
                String text = filter(calls);
                CallFilter filter = CallFilter.parse(text);
                List<String> inMemory = calls.reversed().stream()
                        .filter(filter::matches)
                        .map(Call::id)
                        .toList();
                assertThat(store.find(CallQuery.newest(filter, CALLS)).items())
                        .as("%s (seed %d)", text, SEED)
                        .extracting(Call::id)
                        .containsExactlyElementsOf(inMemory);
                found += inMemory.isEmpty() || inMemory.size() == CALLS ? 0 : 1;
            }
        }
        assertThat(found).as("filters that tell calls apart").isGreaterThan(FILTERS / 3);
    }

    private String filter(List<Call> calls) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(random.nextInt(4) == 0 ? "-" : "")
                    .append(term(calls.get(random.nextInt(CALLS))))
                    .append(' ');
        }
        return text.toString();
    }

    private String term(Call like) {
        return switch (random.nextInt(21)) {
            case 0 -> "status:" + one("404", "5xx", "200,502", "400-499", "0");
            case 1 -> "status" + one(">", ">=", "<", "<=") + like.status();
            case 2 -> "dur" + one(">", ">=", "<", "<=") + one("1ms", "40ms", "1s");
            case 3 -> "attempts" + one(">1", ":0,2");
            case 4 -> "revision" + one(":3", ">=5");
            case 5 -> one("in", "out") + one(">1KiB", "<=100", ":0");
            case 6 -> "method:" + one("GET", "get,post", "P*", "-");
            case 7 -> "host:" + one(quoted(like.host()), "*.example.com", "API.*", "-", "\"*\"");
            case 8 -> "path:" + one(quoted(like.path()), "/shop/*", "*_*", "*%*", "/*/7", "*\\*", "*'*", "*é*");
            case 9 -> "route:" + one("orders", "-", "*", "o*", "\"o*\"");
            case 10 -> "upstream:" + one("catalog", "-", "*,-", "cat*");
            case 11 -> "target:" + one("127.0.0.1:9101", "*:9102", "-");
            case 12 -> "fault:" + one("*", "-", "*-failed", "route-not-found");
            case 13 -> "listener:" + one("public", "p*");
            case 14 -> "client:" + one("192.0.2.*", "-", quoted(like.clientAddress()));
            case 15 -> "scheme:" + one("http", "HTTPS", "-");
            case 16 -> "protocol:" + one("HTTP/1.1", "http/1.*", "-");
            case 17 -> "id:" + like.id();
            case 18 -> "request:" + one("-", "Req*", quoted(like.requestId()));
            case 19 -> "time" + one(">", ">=", "<", "<=", ":") + like.time();
            default -> one("ORDERS", "%", "_", "example", "\"' OR 1=1 --\"", like.id(), "É");
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "-" : "\"" + value.replace("\\", "\\\\") + "\"";
    }

    private Call call(int i) {
        int status = pick(0, 200, 204, 301, 404, 404, 502, 504);
        boolean routed = random.nextInt(4) > 0;
        return new Call(
                CallId.text(random.nextLong(), i),
                Instant.parse("2026-11-22T12:00:00Z").plusMillis(i),
                one("GET", "POST", "PUT"),
                one("http", "https", ""),
                one("api.example.com", "www.example.com", "localhost", ""),
                one("/shop/7", "/shop/orders/7", "/a_b", "/a%20b", "/a\\b", "/o'hara", "/caf\u00e9", "/"),
                "",
                status,
                status >= 404 ? one("route-not-found", "connect-failed") : null,
                null,
                routed ? one("orders", "products", "o*") : null,
                null,
                null,
                routed ? one("catalog", "cat") : null,
                routed ? one("127.0.0.1:9101", "127.0.0.1:9102") : null,
                routed ? random.nextInt(3) : 0,
                pick(0, 999, 1000, 1001, 40_000, 1_000_000) / 1e3,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                random.nextInt(3, 7),
                one("public", "inner"),
                one("HTTP/1.1", "HTTP/1.0", ""),
                one("192.0.2.7", "192.0.2.70", "::1", ""),
                pick(0, 100, 1024, 1025),
                pick(0, 100, 4096),
                one("Req-" + i, "other", ""));
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }
}
