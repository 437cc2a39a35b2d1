package dev.gatehouse.engine;

import static dev.gatehouse.engine.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are injected by the Admin API. */
class InjectionsTest {
    @TempDir
    private Path directory;

    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return gateway.send(gateway.admin("/injections").POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_fault_is_started_met_listed_and_ended_and_told_everywhere() throws Exception {
        HttpResponse<String> started = post("{\"route\": \"hello\", \"abort\": 418, \"for\": \"10m\"}");
        assertThat(started.statusCode()).isEqualTo(201);
        JsonNode item = json(started);
        assertThat(item.path("share").asText()).isEqualTo("100%");
        assertThat(item.has("delay")).isFalse();
        assertThat(Duration.between(
                        Instant.parse(item.path("startedAt").asText()),
                        Instant.parse(item.path("endsAt").asText())))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(gateway.through("/hello").statusCode()).isEqualTo(418);
        JsonNode listed = gateway.get("/injections").at("/items/0");
        assertThat(listed.path("id")).isEqualTo(item.path("id"));
        assertThat(listed.path("hits").asInt()).isEqualTo(1);
        assertThat(post("{\"route\": \"hello\", \"delay\": \"1s\"}").statusCode())
                .isEqualTo(409);

        String one = "/injections/" + item.path("id").asText();
        assertThat(gateway.send(gateway.admin(one).DELETE()).statusCode()).isEqualTo(204);
        assertThat(gateway.send(gateway.admin(one).DELETE()).statusCode()).isEqualTo(404);
        assertThat(gateway.through("/hello").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/injections").path("items")).isEmpty();

        JsonNode events = gateway.get("/events/recent?object=route:hello").path("items");
        assertThat(events)
                .extracting(event -> event.path("kind").asText())
                .containsExactly("injection-ended", "injection-started");
        assertThat(events.at("/0/message").asText())
                .isEqualTo("The injected fault of the route hello has ended, admin ended it; 1 request met it.");
        assertThat(events.at("/1/reason").asText()).isEqualTo("status 418 for 100% of the requests, 10m long");
        assertThat(gateway.get("/audit").path("items"))
                .extracting(entry -> entry.path("action").asText())
                .startsWith("injection.end", "injection.start");
    }

    @Test
    void it_ends_by_itself_and_with_its_route() throws Exception {
        post("{\"route\": \"hello\", \"delay\": \"1ms\", \"for\": \"1s\"}");
        post("{\"route\": \"catalog\", \"abort\": 500}");
        String without = TestGateway.CONFIG.substring(0, TestGateway.CONFIG.indexOf("  catalog:\n    match"));
        assertThat(gateway.write("PUT", "/config", "*", "application/yaml", without)
                        .statusCode())
                .isEqualTo(200);
        while (!gateway.get("/injections").path("items").isEmpty()) {
            Thread.onSpinWait();
        }
        JsonNode ended = gateway.get("/events/recent?kind=injection-ended").path("items");
        while (ended.size() < 2) {
            ended = gateway.get("/events/recent?kind=injection-ended").path("items");
        }
        assertThat(ended)
                .extracting(event -> event.path("reason").asText())
                .containsExactly("its time is over", "its route is gone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"abort": 500}                                          | 400 | The field route is missing
        {"route": "hello"}                                      | 400 | needs a delay such as 200ms
        {"route": "hello", "delay": "6m"}                       | 400 | delay is "6m"; it has to be a duration from 1ms to 5m
        {"route": "hello", "delay": 200}                        | 400 | delay is 200
        {"route": "hello", "abort": 200}                        | 400 | abort is 200; it has to be a status from 400 to 599
        {"route": "hello", "abort": 500, "share": "0%"}         | 400 | share is "0%"
        {"route": "hello", "abort": 500, "for": "25h"}          | 400 | from 1s to 1d
        {"route": "hello", "abort": 500, "percent": 20}         | 400 | There is no field percent here
        {"route": "nowhere", "abort": 500}                      | 404 | no route 'nowhere'
        [1]                                                     | 400 | JSON object
        """)
    void what_cannot_be_injected_is_refused_with_the_field(String body, int status, String words) throws Exception {
        HttpResponse<String> refused = post(body);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("detail").asText()).contains(words);
        assertThat(gateway.get("/injections").path("items")).isEmpty();
    }
}
