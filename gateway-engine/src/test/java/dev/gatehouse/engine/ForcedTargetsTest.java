package dev.gatehouse.engine;

import static dev.gatehouse.engine.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators say by the Admin API which targets take requests. */
class ForcedTargetsTest {
    @TempDir
    private Path directory;

    private HttpServer first;
    private HttpServer second;
    private TestGateway gateway;
    private String config;

    private static HttpServer origin(String name) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @BeforeEach
    void start() throws Exception {
        first = origin("first");
        second = origin("second");
        config = """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [{address: "%s"}, {address: "%s"}]}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(address(first), address(second));
        gateway = TestGateway.start(directory.resolve("data"), config);
    }

    @AfterEach
    void stop() {
        gateway.close();
        first.stop(0);
        second.stop(0);
    }

    private static String address(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpResponse<String> force(HttpServer server, String body) throws Exception {
        return gateway.send(gateway.admin("/upstreams/origin/targets/" + address(server) + "/force")
                .PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> release(HttpServer server) throws Exception {
        return gateway.send(gateway.admin("/upstreams/origin/targets/" + address(server) + "/force")
                .DELETE());
    }

    private Set<String> met() throws Exception {
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            met.add(gateway.through("/").body());
        }
        return met;
    }

    @Test
    void a_target_is_forced_out_and_released_and_everybody_is_told() throws Exception {
        assertThat(met()).containsExactly("first", "second");
        JsonNode forced = json(force(first, "{\"state\": \"down\", \"for\": \"10m\"}"));
        assertThat(forced.path("address").asText()).isEqualTo(address(first));
        assertThat(forced.at("/forced/author").asText()).isEqualTo("admin");
        assertThat(met()).containsExactly("second");
        assertThat(gateway.get("/status").at("/upstreams/0/targets/0/forced")).isEqualTo(forced.path("forced"));
        assertThat(gateway.get("/status").at("/upstreams/0/targets/1").has("forced"))
                .isFalse();

        gateway.write("PUT", "/config", "*", "application/yaml", config.replace("/**", "/*"));
        assertThat(met()).as("over revisions").containsExactly("second");

        assertThat(release(first).statusCode()).isEqualTo(204);
        assertThat(release(first).statusCode()).isEqualTo(404);
        assertThat(met()).containsExactly("first", "second");

        JsonNode events = gateway.get("/events/recent?object=target:origin");
        while (events.path("items").size() < 2) {
            events = gateway.get("/events/recent?object=target:origin");
        }
        assertThat(events.path("items"))
                .extracting(event -> event.path("kind").asText())
                .containsExactly("target-released", "target-forced");
        assertThat(events.at("/items/0/message").asText())
                .isEqualTo("Target " + address(first) + " of upstream origin is forced no longer: admin released it.");
        assertThat(events.at("/items/1/reason").asText()).startsWith("down, by admin, until 2");
        assertThat(gateway.get("/audit").path("items"))
                .extracting(entry -> entry.path("action").asText())
                .contains("target.release", "target.force");
    }

    @Test
    void where_all_are_forced_out_requests_and_explain_say_so() throws Exception {
        force(first, "{\"state\": \"drain\"}");
        force(second, "{\"state\": \"down\"}");
        HttpResponse<String> refused = gateway.through("/");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).path("code").asText()).isEqualTo("no-target");
        JsonNode explained = json(gateway.send(gateway.admin("/explain")
                .POST(BodyPublishers.ofString("{\"method\": \"GET\", \"url\": \"http://a/\"}"))));
        assertThat(explained.at("/outcome/detail").asText())
                .isEqualTo("An operator has forced out every target of origin that could take requests.");
        force(first, "{\"state\": \"up\"}");
        assertThat(met()).containsExactly("first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"state": "away"}                      | The field state is "away"; it has to be one of up, down, drain.
        {}                                     | The field state is missing
        {"state": "up", "for": "0s"}           | from 1s to 7d
        {"state": "up", "until": "2030"}       | There is no field until here; what is said of a target has state, for.
        """)
    void what_cannot_be_read_is_refused_with_the_field(String body, String words) throws Exception {
        HttpResponse<String> refused = force(first, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("detail").asText()).contains(words);
        assertThat(met()).containsExactly("first", "second");
    }

    @Test
    void what_there_is_not_is_404_with_what_is_missing() throws Exception {
        HttpResponse<String> upstream = gateway.send(gateway.admin("/upstreams/nowhere/targets/a:1/force")
                .PUT(BodyPublishers.ofString("{\"state\": \"up\"}")));
        assertThat(upstream.statusCode()).isEqualTo(404);
        assertThat(json(upstream).path("detail").asText()).contains("no upstream 'nowhere'");
        HttpResponse<String> target = gateway.send(gateway.admin("/upstreams/origin/targets/%5B::1%5D:80/force")
                .PUT(BodyPublishers.ofString("{\"state\": \"up\"}")));
        assertThat(target.statusCode()).isEqualTo(404);
        assertThat(json(target).path("detail").asText()).contains("has no target '[::1]:80'");
    }
}
