package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.CallId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreFailureTest {
    /** What a store does with a batch. */
    private interface Append {
        void batch(List<Call> calls) throws IOException;
    }

    private static CallStore store(Append append) {
        return new CallStore() {
            @Override
            public void append(List<Call> calls, List<RollUp> rollUps) throws IOException {
                append.batch(calls);
            }

            @Override
            public CallPage find(CallQuery query) throws IOException {
                throw new IOException("no store");
            }

            @Override
            public @Nullable Call byId(String id) throws IOException {
                throw new IOException("no store");
            }

            @Override
            public void rollUps(Instant from, Instant to, RollUp.Kind kind, Consumer<RollUp> each) throws IOException {
                throw new IOException("no store");
            }

            @Override
            public void tidy(Instant now) {}

            @Override
            public void close() {}
        };
    }

    @Test
    void a_store_that_hangs_holds_no_loop_up() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Telemetry telemetry = new Telemetry(
                Instant::now,
                store(calls -> {
                    hanging.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }),
                1 << 14);
        telemetry.prepare(Traffic.FIRST);
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        telemetry.start();
        traffic.answered(200, Duration.ofMillis(1));
        assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();

        Thread loop = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 50_000; i++) {
                traffic.answered(200, Duration.ofMillis(1));
            }
        });
        assertThat(loop.join(Duration.ofSeconds(20))).isTrue();
        assertThat(telemetry.prometheus().lines())
                .anyMatch(line -> line.matches("gatehouse_calls_dropped_total\\{reason=\"ring\"} 4\\d{4}\\.0"));
        release.countDown();
        telemetry.close();
    }

    @Test
    void a_store_that_fails_is_reported_once_and_memory_answers() {
        SetClock clock = new SetClock("2026-11-22T10:00:00Z");
        Telemetry telemetry = new Telemetry(clock, store(calls -> {
            throw new IOException("disk full");
        }));
        telemetry.prepare(Traffic.FIRST);
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        for (int i = 0; i < 3; i++) {
            traffic.answered(200, Duration.ofMillis(1));
            clock.advance(Duration.ofSeconds(1));
            telemetry.turn();
        }
        assertThat(telemetry.events().after(0))
                .filteredOn(event -> event.kind() == Event.Kind.CALL_STORE_FAILED)
                .hasSize(1);
        assertThat(telemetry.calls().find(CallQuery.newest(10)).items()).hasSize(3);
        assertThat(telemetry.calls().byId(CallId.text(9, 9))).isNull();
        assertThat(telemetry
                        .stats(Instant.EPOCH, clock.instant(), Duration.ofMinutes(1), Stats.By.NONE)
                        .series()
                        .getFirst()
                        .points())
                .hasSize(1);
        telemetry.close();
    }

    @Test
    void of_too_many_calls_in_a_second_the_bad_ones_are_stored_first() {
        SetClock clock = new SetClock("2026-11-22T10:00:00Z");
        List<Call> stored = new ArrayList<>();
        Telemetry telemetry = new Telemetry(clock, store(stored::addAll), 1 << 22);
        telemetry.prepare(Traffic.FIRST);
        telemetry.turn();
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        for (int i = 0; i < 9000; i++) {
            traffic.answered(i >= 8500 ? 500 : 200, Duration.ofMillis(1));
        }
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
        assertThat(stored).hasSize(CallWriter.MAX_STORED - CallWriter.RESERVED + 500);
        assertThat(stored).filteredOn(call -> call.status() == 500).hasSize(500);
        assertThat(telemetry.prometheus()).contains("gatehouse_calls_dropped_total{reason=\"store\"} 4500.0");
        telemetry.close();
    }
}
