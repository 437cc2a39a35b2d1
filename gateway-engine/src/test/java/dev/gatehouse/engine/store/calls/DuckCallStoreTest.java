package dev.gatehouse.engine.store.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.Call;
import dev.gatehouse.engine.telemetry.CallPage;
import dev.gatehouse.engine.telemetry.CallQuery;
import dev.gatehouse.engine.telemetry.CallStore;
import dev.gatehouse.engine.telemetry.RollUp;
import dev.gatehouse.engine.telemetry.Tally;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckCallStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("calls.duckdb");
    }

    private CallStore open() {
        return new DuckCallStore(file(), CallStoreLimits.DEFAULT);
    }

    private static Call call(int i, Instant time, int status, @Nullable String fault) {
        return new Call(
                CallId.text(i * 0x9E3779B97F4A7C15L, i),
                time,
                "GET",
                "http",
                "api.example.com",
                "/orders/" + i,
                "page=*",
                status,
                fault,
                fault == null ? null : "It said: \u2603",
                i % 2 == 0 ? "orders" : null,
                null,
                null,
                "catalog",
                "127.0.0.1:9101",
                1,
                i + 0.125,
                List.of(new Call.Mark(0, "received"), new Call.Mark(i + 0.125, "ended")),
                List.of(new Call.Step("key-auth", "refused", null, "a key", 1.5)),
                List.of(new Call.Miss("products", "method", "GET", "POST")),
                i % 2 == 0 ? List.of() : List.of(new Call.Retried("127.0.0.1:9102", "connect-failed", 0.5)),
                3,
                "public",
                "HTTP/1.1",
                "192.0.2.7",
                10,
                20,
                "Request-" + i);
    }

    private static List<Call> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        call(i, NOON.plusMillis(i), i % 10 == 0 ? 502 : 200, i % 10 == 0 ? "connect-failed" : null))
                .toList();
    }

    @Test
    void a_call_comes_back_as_it_went_in() throws IOException {
        List<Call> calls = calls(30);
        try (CallStore store = open()) {
            store.append(calls, List.of());
            for (Call call : calls) {
                assertThat(store.byId(call.id())).isEqualTo(call);
            }
            assertThat(store.byId(CallId.text(1, 1))).isNull();
            assertThat(store.byId("none")).isNull();
        }
    }

    @Test
    void calls_are_still_there_after_a_restart() throws IOException {
        try (CallStore store = open()) {
            store.append(calls(10), List.of());
        }
        try (CallStore store = open()) {
            store.append(List.of(call(99, NOON.plusSeconds(9), 200, null)), List.of());
            assertThat(store.find(CallQuery.newest(100)).items())
                    .hasSize(11)
                    .first()
                    .isEqualTo(call(99, NOON.plusSeconds(9), 200, null));
        }
    }

    @Test
    void pages_follow_each_other_newest_first() throws IOException {
        try (CallStore store = open()) {
            store.append(calls(25), List.of());
            List<Call> all = new ArrayList<>();
            @Nullable String before = null;
            do {
                CallPage page = store.find(CallQuery.newest(10).after(before));
                all.addAll(page.items());
                before = page.next();
            } while (before != null);
            assertThat(all).containsExactlyElementsOf(calls(25).reversed());
        }
    }

    @Test
    void conditions_add_up() throws Exception {
        try (CallStore store = open()) {
            store.append(calls(40), List.of());
            assertThat(found(store, "route:orders status>=500")).containsExactly(30, 20, 10, 0);
            assertThat(found(store, "dur>=38ms")).containsExactly(39, 38);
            assertThat(found(store, "REQUEST-7")).containsExactly(7);
            assertThat(found(store, "connect-f")).containsExactly(30, 20, 10, 0);
            assertThat(found(store, calls(40).get(13).id())).containsExactly(13);
            assertThat(found(store, "route:nobody")).isEmpty();
            assertThat(found(store, "%")).isEmpty();
            assertThat(found(store, "path:/orders/_")).isEmpty();
            assertThat(found(store, "status:502 -path:/orders/*0")).isEmpty();
        }
    }

    @Test
    void a_span_of_time_has_its_first_moment_and_not_its_last() throws Exception {
        try (CallStore store = open()) {
            store.append(calls(10), List.of());
            CallQuery query = new CallQuery(CallFilter.ANY, NOON.plusMillis(3), NOON.plusMillis(6), null, 100);
            assertThat(store.find(query).items())
                    .extracting(Call::requestId)
                    .containsExactly("Request-5", "Request-4", "Request-3");
        }
    }

    private static List<Integer> found(CallStore store, String filter) throws Exception {
        return store.find(CallQuery.newest(CallFilter.parse(filter), 100)).items().stream()
                .map(call -> (int) call.durationMs())
                .toList();
    }

    @Test
    void roll_ups_survive_a_restart_and_come_in_order() throws IOException {
        Tally tally = new Tally();
        RollUp later = new RollUp(NOON.plusSeconds(60), RollUp.Kind.ROUTE, "orders", tally);
        RollUp earlier = new RollUp(NOON, RollUp.Kind.ROUTE, "orders", tally);
        RollUp total = new RollUp(NOON, RollUp.Kind.TOTAL, "", tally);
        try (CallStore store = open()) {
            store.append(List.of(), List.of(later, total, earlier));
        }
        try (CallStore store = open()) {
            List<RollUp> read = new ArrayList<>();
            store.rollUps(NOON, NOON.plusSeconds(61), RollUp.Kind.ROUTE, read::add);
            assertThat(read).extracting(RollUp::minute).containsExactly(NOON, NOON.plusSeconds(60));
            assertThat(read).extracting(RollUp::name).containsOnly("orders");
            assertThat(read.getFirst().tally().encode()).isEqualTo(tally.encode());
            store.rollUps(NOON, NOON.plusSeconds(60), RollUp.Kind.TOTAL, read::add);
            assertThat(read.getLast().name()).isEmpty();
        }
    }

    @Test
    void calls_older_than_the_limit_are_deleted() throws IOException {
        CallStoreLimits limits = new CallStoreLimits(Duration.ofDays(1), Duration.ofDays(2), 1 << 30);
        try (CallStore store = new DuckCallStore(file(), limits)) {
            store.append(
                    List.of(call(1, NOON.minus(25, ChronoUnit.HOURS), 200, null), call(2, NOON, 200, null)),
                    List.of(
                            new RollUp(NOON.minus(3, ChronoUnit.DAYS), RollUp.Kind.TOTAL, "", new Tally()),
                            new RollUp(NOON.minus(1, ChronoUnit.DAYS), RollUp.Kind.TOTAL, "", new Tally())));
            store.tidy(NOON);
            assertThat(store.find(CallQuery.newest(10)).items())
                    .extracting(Call::requestId)
                    .containsExactly("Request-2");
            List<RollUp> left = new ArrayList<>();
            store.rollUps(Instant.EPOCH, NOON, RollUp.Kind.TOTAL, left::add);
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void the_oldest_go_when_there_are_too_many_and_the_file_stays_bounded() throws IOException {
        long limit = 24L << 20;
        CallStoreLimits limits = new CallStoreLimits(Duration.ofDays(7), Duration.ofDays(7), limit);
        Random random = new Random(5);
        try (CallStore store = new DuckCallStore(file(), limits)) {
            int written = 0;
            for (int batch = 0; batch < 60; batch++) {
                List<Call> calls = new ArrayList<>();
                for (int i = 0; i < 5000; i++, written++) {
                    Call call = call(written, NOON.plusMillis(written), 200, null);
                    calls.add(withRandomPath(call, random));
                }
                store.append(calls, List.of());
                store.tidy(NOON);
            }
            assertThat(Files.size(file())).isLessThan(limit * 3 / 2);
            List<Call> newest = store.find(CallQuery.newest(1000)).items();
            assertThat(newest).hasSize(1000).first().extracting(Call::requestId).isEqualTo("Request-" + (written - 1));
            assertThat(store.byId(call(0, NOON, 200, null).id())).isNull();
        }
    }

    private static Call withRandomPath(Call call, Random random) {
        StringBuilder path = new StringBuilder("/");
        for (int i = 0; i < 100; i++) {
            path.append((char) ('a' + random.nextInt(26)));
        }
        return new Call(
                call.id(),
                call.time(),
                call.method(),
                call.scheme(),
                call.host(),
                path.toString(),
                call.query(),
                call.status(),
                null,
                null,
                call.route(),
                null,
                null,
                call.upstream(),
                call.target(),
                1,
                call.durationMs(),
                call.timeline(),
                call.steps(),
                call.misses(),
                call.retried(),
                3,
                call.listener(),
                call.protocol(),
                call.clientAddress(),
                1,
                2,
                call.requestId());
    }

    @Test
    void a_file_that_is_no_database_is_moved_aside_and_a_new_one_begins() throws IOException {
        Files.writeString(file(), "This was a database once. ".repeat(1000));
        try (CallStore store = open()) {
            store.append(calls(3), List.of());
            assertThat(store.find(CallQuery.newest(10)).items()).hasSize(3);
        }
        assertThat(directory.resolve("calls.duckdb.damaged")).content().startsWith("This was a database");
    }

    @Test
    void a_file_damaged_in_the_middle_is_moved_aside_when_it_is_noticed() throws IOException {
        try (CallStore store = open()) {
            store.append(calls(20_000), List.of());
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = bytes.length / 8; i < bytes.length; i += 512) {
            bytes[i] ^= 0x55;
        }
        Files.write(file(), bytes);
        try (CallStore store = open()) {
            try {
                store.find(CallQuery.newest(1000));
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("damaged and is begun anew");
            }
            store.append(calls(3), List.of());
            assertThat(store.find(CallQuery.newest(10)).items()).hasSize(3);
        }
        assertThat(directory.resolve("calls.duckdb.damaged")).exists();
    }

    @Test
    void where_nothing_can_be_written_each_use_says_so() throws IOException {
        Path blocked = directory.resolve("file");
        Files.writeString(blocked, "in the way");
        try (CallStore store = new DuckCallStore(blocked.resolve("calls.duckdb"), CallStoreLimits.DEFAULT)) {
            assertThatIOException().isThrownBy(() -> store.append(calls(3), List.of()));
            assertThatIOException()
                    .isThrownBy(() -> store.find(CallQuery.newest(10)))
                    .withMessageContaining("tried again");
        }
        assertThat(blocked).content().isEqualTo("in the way");
    }

    @Test
    void a_closed_store_stays_closed() throws IOException {
        CallStore store = open();
        store.append(calls(3), List.of());
        store.close();
        assertThatIOException()
                .isThrownBy(() -> store.find(CallQuery.newest(10)))
                .withMessageContaining("closed");
    }
}
