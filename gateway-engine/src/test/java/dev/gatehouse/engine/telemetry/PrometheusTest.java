package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrometheusTest {
    private final SetClock clock = new SetClock("2026-11-22T10:00:00Z");
    private final Telemetry telemetry = new Telemetry(clock, CallStore.NONE);
    private final Traffic traffic = new Traffic(telemetry.forLoop(0), 0);

    private void second() {
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
    }

    @Test
    void histograms_count_up_to_each_bound() {
        telemetry.prepare(Traffic.FIRST);
        telemetry.activated(1);
        traffic.answered(200, Duration.ofMillis(4));
        traffic.answered(200, Duration.ofMillis(30));
        traffic.answered(200, Duration.ofMinutes(2));
        second();
        assertThat(telemetry.prometheus())
                .contains("# TYPE gatehouse_request_duration_seconds histogram")
                .contains("gatehouse_request_duration_seconds_bucket{le=\"0.0025\"} 0")
                .contains("gatehouse_request_duration_seconds_bucket{le=\"0.005\"} 1")
                .contains("gatehouse_request_duration_seconds_bucket{le=\"0.05\"} 2")
                .contains("gatehouse_request_duration_seconds_bucket{le=\"+Inf\"} 3")
                .contains("gatehouse_request_duration_seconds_sum 120.034")
                .contains("gatehouse_requests_in_flight 0.0")
                .contains("gatehouse_calls_dropped_total{reason=\"ring\"} 0.0")
                .contains("gatehouse_revision 1.0")
                .contains("jvm_memory_used_bytes{area=\"heap\"}");
    }

    @Test
    void beyond_a_thousand_routes_the_later_ones_are_summed_up() {
        List<String> routes =
                IntStream.range(0, 1500).mapToObj(i -> "route-" + i).toList();
        telemetry.prepare(new RevisionNames(1, routes, List.of()));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < routes.size(); i++) {
                traffic.request(i, routes.get(i), 200, null, Duration.ofMillis(1), any -> {});
            }
            second();
        }
        String text = telemetry.prometheus();
        assertThat(text).contains("gatehouse_route_requests_total{class=\"2xx\",route=\"_other\"} 1000.0");
        assertThat(text.lines().filter(line -> line.startsWith("gatehouse_route_requests_in_flight{")))
                .hasSize(1001);
    }
}
