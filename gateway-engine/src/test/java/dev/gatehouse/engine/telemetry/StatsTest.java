package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final SetClock clock = new SetClock(START.toString());
    private final Telemetry telemetry = new Telemetry(clock, CallStore.NONE);
    private final Traffic traffic = new Traffic(telemetry.forLoop(0), 0);

    StatsTest() {
        telemetry.prepare(Traffic.FIRST);
    }

    /** A second with so many requests to orders, and one to products. */
    private void second(int requests) {
        for (int i = 0; i < requests; i++) {
            traffic.answered(i % 10 == 9 ? 500 : 200, Duration.ofMillis(10));
        }
        traffic.request(1, "products", 200, null, Duration.ofMillis(40), any -> {});
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
    }

    @Test
    void seconds_are_known_one_by_one() {
        IntStream.range(0, 5).forEach(i -> second(10));
        Stats stats = telemetry.stats(START, clock.instant(), Duration.ofSeconds(1), Stats.By.NONE);
        assertThat(stats.step()).isEqualTo(1);
        assertThat(stats.series()).hasSize(1);
        assertThat(stats.series().getFirst().points()).hasSize(5).allSatisfy(point -> {
            assertThat(point.requests()).isEqualTo(11);
            assertThat(point.errors()).isEqualTo(1);
            assertThat(point.byClass()).isEqualTo(new LiveFrame.ByClass(10, 0, 0, 1, 0));
            assertThat(point.p50()).isBetween(9.5, 10.5);
            assertThat(point.p99()).isBetween(38.0, 42.0);
        });
        assertThat(stats.series().getFirst().points().getFirst().t()).isEqualTo(START);
    }

    @Test
    void the_whole_is_over_all_calls_and_not_a_mean_of_its_steps() {
        second(1);
        second(50);
        Stats.Series series = telemetry
                .stats(START, clock.instant(), Duration.ofSeconds(1), Stats.By.NONE)
                .series()
                .getFirst();
        assertThat(series.points()).extracting(Stats.Point::requests).containsExactly(2L, 51L);
        assertThat(series.points().getFirst().p95()).as("one call of two").isBetween(38.0, 42.0);
        assertThat(series.whole().requests()).isEqualTo(53);
        assertThat(series.whole().errors()).isEqualTo(5);
        assertThat(series.whole().p95()).as("two calls of 53").isBetween(9.5, 10.5);
    }

    @Test
    void series_by_route_are_the_busiest_first_and_say_zero_where_nothing_came() {
        second(10);
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
        second(20);
        Stats stats = telemetry.stats(START, clock.instant(), Duration.ofSeconds(1), Stats.By.ROUTE);
        assertThat(stats.series())
                .extracting(Stats.Series::by)
                .containsExactly(Map.of("route", "orders"), Map.of("route", "products"));
        assertThat(stats.series().getFirst().points())
                .extracting(Stats.Point::requests)
                .containsExactly(10L, 0L, 20L);
    }

    @Test
    void older_than_fifteen_minutes_there_are_minutes_and_the_current_one_is_in_them() {
        IntStream.range(0, 30 * 60 + 5).forEach(i -> second(1));
        Stats stats = telemetry.stats(START, clock.instant(), Duration.ofSeconds(10), Stats.By.UPSTREAM);
        assertThat(stats.step()).isEqualTo(60);
        List<Stats.Point> points = stats.series().getFirst().points();
        assertThat(points).hasSize(31);
        assertThat(points)
                .extracting(Stats.Point::requests)
                .startsWith(120L, 120L)
                .endsWith(120L, 10L);
    }

    @Test
    void a_step_that_would_give_too_many_points_is_raised() {
        second(1);
        Stats stats = telemetry.stats(
                START.minus(Duration.ofDays(30)), clock.instant(), Duration.ofSeconds(1), Stats.By.NONE);
        assertThat(stats.step()).isBetween(1296L, 1380L);
        assertThat(stats.series().getFirst().points()).hasSize(1);
    }

    @Test
    void too_many_routes_cost_the_oldest_seconds_their_routes_but_not_their_total() {
        Tally one = new Tally();
        one.record(Tally.SUCCESS, 1000);
        Slice.Row row = new Slice.Row("r", one);
        Span span = new Span(10, 5 * row.bytes());
        for (int i = 0; i < 20; i++) {
            span.add(new Slice(i, row, List.of(row), List.of(row)));
        }
        List<Slice> kept = span.between(0, 100);
        assertThat(kept).extracting(slice -> slice.start).first().isEqualTo(10L);
        assertThat(kept).hasSize(10).allMatch(slice -> slice.upstreams.size() == 1);
        assertThat(kept)
                .extracting(slice -> slice.routes == null)
                .containsExactly(true, true, true, true, true, false, false, false, false, false);
    }
}
