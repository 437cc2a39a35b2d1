package dev.gatehouse.engine;

import static dev.gatehouse.engine.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.telemetry.Event;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentEventsTest {
    @TempDir
    private Path directory;

    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG);
        gateway.write("PUT", "/config", "*", "application/yaml", TestGateway.CONFIG.replace("body: one", "body: two"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void what_happened_is_read_newest_first_page_by_page() throws Exception {
        JsonNode page = gateway.get("/events/recent?limit=1");
        assertThat(page.at("/items")).hasSize(1);
        assertThat(page.at("/items/0/object").toString()).isEqualTo("{\"kind\":\"revision\",\"name\":\"2\"}");
        assertThat(page.at("/items/0/severity").asText()).isEqualTo("information");
        JsonNode older =
                gateway.get("/events/recent?limit=1&cursor=" + page.at("/next").asText());
        assertThat(older.at("/items/0/subject").asText()).isEqualTo("1");
        assertThat(older.at("/next").isNull()).isTrue();
    }

    @Test
    void kind_object_and_time_choose_and_what_cannot_be_read_is_refused_with_what_can() throws Exception {
        assertThat(gateway.get("/events/recent?kind=target-down,revision-applied&object=revision:2")
                        .at("/items"))
                .hasSize(1);
        assertThat(gateway.get("/events/recent?kind=target-down").at("/items")).isEmpty();
        assertThat(gateway.get("/events/recent?since=2100-01-01T00:00:00Z").at("/items"))
                .isEmpty();
        HttpResponse<String> refused = gateway.send(gateway.admin("/events/recent?kind=earthquake"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/detail").asText()).contains("earthquake", "revision-applied", "target-down");
        assertThat(gateway.send(gateway.admin("/events/recent?cursor=x")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_description_names_every_kind() throws Exception {
        assertThat(gateway.get("/openapi.json").at("/components/schemas/Event/properties/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Stream.of(Event.Kind.values()).map(Event.Kind::word).toList());
    }
}
