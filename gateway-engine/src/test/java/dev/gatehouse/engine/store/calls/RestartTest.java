package dev.gatehouse.engine.store.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.telemetry.CallQuery;
import dev.gatehouse.engine.telemetry.RevisionNames;
import dev.gatehouse.engine.telemetry.Stats;
import dev.gatehouse.engine.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path directory;

    private Telemetry telemetry(Instant now) {
        Telemetry telemetry = new Telemetry(
                () -> now, new DuckCallStore(directory.resolve("calls/calls.duckdb"), CallStoreLimits.DEFAULT));
        telemetry.prepare(new RevisionNames(1, List.of("orders"), List.of()));
        return telemetry;
    }

    private static void requests(Telemetry telemetry, int loop, int count) {
        Observer observer = telemetry.forLoop(loop);
        DecisionRecord record = new DecisionRecord();
        for (int i = 0; i < count; i++) {
            record.clear();
            record.idHigh = loop;
            record.idLow = i;
            record.revision = 1;
            record.route = "orders";
            record.routeIndex = 0;
            observer.started(record);
            record.status = 200;
            record.endNanos = 5_000_000;
            observer.ended(record);
        }
    }

    @Test
    void calls_and_statistics_survive_a_restart_also_within_a_minute() {
        try (Telemetry before = telemetry(NOW)) {
            requests(before, 0, 10);
        }
        try (Telemetry between = telemetry(NOW.plusSeconds(1))) {
            requests(between, 1, 5);
        }
        try (Telemetry after = telemetry(NOW.plus(Duration.ofHours(2)))) {
            assertThat(after.calls().find(CallQuery.newest(100)).items()).hasSize(15);
            assertThat(after.calls().byId(CallId.text(1, 4))).isNotNull();
            Stats stats =
                    after.stats(NOW.minusSeconds(600), NOW.plusSeconds(600), Duration.ofMinutes(1), Stats.By.ROUTE);
            assertThat(stats.series()).hasSize(1);
            assertThat(stats.series().getFirst().by()).isEqualTo(Map.of("route", "orders"));
            assertThat(stats.series().getFirst().points()).singleElement().satisfies(point -> {
                assertThat(point.t()).isEqualTo(NOW);
                assertThat(point.requests()).isEqualTo(15);
                assertThat(point.p99()).isBetween(4.75, 5.25);
            });
        }
    }
}
