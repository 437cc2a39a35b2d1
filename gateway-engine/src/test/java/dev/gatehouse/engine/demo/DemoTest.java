package dev.gatehouse.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.Gateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void customers_come_through_the_listener_to_every_origin_and_what_a_user_changes_is_kept() throws Exception {
        try (Demo demo = Demo.start(directory)) {
            long deadline = System.nanoTime() + 30_000_000_000L;
            long seen = 0;
            while (seen < 5 && System.nanoTime() < deadline) {
                JsonNode stats = send(demo.gateway(), "GET", "/stats?by=route&step=1s", "");
                seen = stats.path("series").size();
            }
            assertThat(seen).isGreaterThanOrEqualTo(5);
            send(demo.gateway(), "PATCH", "/routes/hello", "{\"title\": \"Mine\"}");
        }
        try (Demo demo = Demo.start(directory)) {
            JsonNode hello = send(demo.gateway(), "GET", "/routes/hello", "");
            assertThat(hello.path("title").asText()).isEqualTo("Mine");
            URI shop = URI.create("http://127.0.0.1:" + demo.listener().getPort() + "/shop/products/7");
            assertThat(client.send(HttpRequest.newBuilder(shop).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private JsonNode send(Gateway gateway, String method, String path, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.adminAddress().getPort() + "/admin/v1" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + gateway.token())
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return new JsonMapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
