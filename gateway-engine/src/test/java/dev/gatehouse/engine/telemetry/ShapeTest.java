package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The shapes that others rely on, as Jackson writes them. */
class ShapeTest {
    private final ObjectMapper json = new ObjectMapper();
    private final SetClock clock = new SetClock("2026-11-22T10:00:00Z");
    private final Telemetry telemetry = new Telemetry(clock, CallStore.NONE);
    private final Traffic traffic = new Traffic(telemetry.forLoop(0), 0);

    ShapeTest() {
        telemetry.prepare(Traffic.FIRST);
        telemetry.activated(1);
    }

    private JsonNode written(Object value) throws JsonProcessingException {
        return json.readTree(json.writeValueAsString(value));
    }

    private void second() {
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
    }

    @Test
    void a_live_frame() throws JsonProcessingException {
        traffic.answered(503, Duration.ofMillis(7));
        second();
        JsonNode frame = written(telemetry.live().history(Instant.EPOCH).getLast());
        assertThat(frame.fieldNames())
                .toIterable()
                .containsExactly("t", "revision", "total", "routes", "upstreams", "dropped", "waiting");
        assertThat(frame.get("t").asText()).isEqualTo("2026-11-22T10:00:01Z");
        assertThat(frame.at("/total/byClass"))
                .isEqualTo(json.readTree("{\"2xx\": 0, \"3xx\": 0, \"4xx\": 0, \"5xx\": 1, \"other\": 0}"));
        assertThat(frame.at("/total/p95").asDouble()).isBetween(6.65, 7.35);
        assertThat(frame.at("/routes/0/name").asText()).isEqualTo("orders");
        assertThat(frame.at("/routes/0/targets").isMissingNode()).isTrue();
        assertThat(frame.at("/upstreams/0/targets/1")).isEqualTo(json.readTree("""
            {"address": "127.0.0.1:9102", "health": "unknown", "weight": 0, "drained": true, "requests": 0,
             "errors": 0, "inFlight": 0, "p50": null, "p95": null, "p99": null}\
            """));
        assertThat(frame.at("/upstreams/0/pool")).isEqualTo(json.readTree("""
            {"connections": 4, "limit": 256, "waiting": 1, "pendingLimit": 1024, "adaptive": false, "refused": 0}\
            """));
        assertThat(frame.at("/routes/0/pool").isMissingNode()).isTrue();
        assertThat(frame.at("/waiting/subscriptions").asInt()).isZero();
        second();
        assertThat(written(telemetry.live().history(Instant.EPOCH).getLast())
                        .at("/total/p50")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_call() throws JsonProcessingException {
        traffic.request(
                0,
                "orders",
                200,
                null,
                Duration.ofMillis(7),
                record -> record.step("key-auth", "proceed", null, null, 2500));
        second();
        JsonNode call =
                written(telemetry.calls().find(CallQuery.newest(1)).items().getFirst());
        assertThat(call.get("id").asText()).hasSize(26);
        assertThat(call.get("time").asText()).endsWith("Z");
        assertThat(call.get("durationMs").asDouble()).isEqualTo(7.0);
        assertThat(call.has("fault")).isFalse();
        assertThat(call.at("/steps/0"))
                .isEqualTo(json.readTree("{\"policy\": \"key-auth\", \"verdict\": \"proceed\", \"micros\": 2.5}"));
        assertThat(call.at("/timeline/0")).isEqualTo(json.readTree("{\"at\": 0.0, \"event\": \"received\"}"));
    }

    @Test
    void statistics_and_events() throws JsonProcessingException {
        traffic.answered(200, Duration.ofMillis(7));
        second();
        JsonNode stats = written(telemetry.stats(
                clock.instant().minusSeconds(1), clock.instant(), Duration.ofSeconds(1), Stats.By.ROUTE));
        assertThat(stats.at("/series/0/by")).isEqualTo(json.readTree("{\"route\": \"orders\"}"));
        assertThat(stats.at("/series/0/points/0").fieldNames())
                .toIterable()
                .containsExactly("t", "requests", "errors", "byClass", "inFlight", "p50", "p95", "p99");
        JsonNode event = written(telemetry.events().after(0).getFirst());
        ((ObjectNode) event).remove("id");
        assertThat(event).isEqualTo(json.readTree("""
            {"time": "2026-11-22T10:00:00Z", "kind": "revision-applied", "severity": "information",
             "object": {"kind": "revision", "name": "1"}, "subject": "1", "message": "Revision 1 is active."}\
            """));
    }
}
