package dev.gatehouse.engine;

import static dev.gatehouse.engine.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the description of the Admin API against what the gateway really answers. */
class OpenApiTest {
    private static final List<String> STREAMS = List.of("/live", "/events", "/calls/tail");

    @TempDir
    private Path directory;

    private TestGateway gateway;
    private JsonNode api;

    @BeforeEach
    void start() throws Exception {
        String certificate = new Pki().file(directory, "hello", "hello.example");
        String config = TestGateway.CONFIG + "certificates: {" + certificate + "}\n";
        gateway = TestGateway.start(directory.resolve("data"), config);
        api = gateway.get("/openapi.json");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void every_read_answers_in_the_shape_that_the_description_gives() throws Exception {
        gateway.through("/hello");
        gateway.write("PUT", "/secrets/db", null, "application/json", "{\"value\": \"hush\"}");
        String call = "";
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (call.isEmpty() && System.nanoTime() < deadline) {
            call = gateway.get("/calls").at("/items/0/id").asText();
        }
        List<String> checked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            if (!path.getValue().has("get") || STREAMS.contains(path.getKey())) {
                continue;
            }
            String name = path.getKey().startsWith("/secrets")
                    ? "db"
                    : Map.of("/listeners/{name}", "public", "/upstreams/{name}", "catalog")
                            .getOrDefault(path.getKey(), "hello");
            String concrete = path.getKey()
                    .replace("{name}", name)
                    .replace("{number}", "1")
                    .replace("{id}", call);
            HttpResponse<String> answer = gateway.send(gateway.admin(concrete));
            assertThat(answer.statusCode()).as(concrete).isEqualTo(200);
            JsonNode content = path.getValue().at("/get/responses/200/content");
            String media = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(content.has(media)).as(concrete + " as " + media).isTrue();
            if (media.equals("application/json")) {
                assertShape(concrete, content.path(media).path("schema"), json(answer));
            }
            checked.add(path.getKey());
        }
        assertThat(checked).contains("/config", "/status", "/calls/{id}", "/stats", "/metrics", "/revisions/{number}");
    }

    @Test
    void writes_and_questions_answer_in_the_shape_that_the_description_gives() throws Exception {
        String yaml = "application/yaml";
        String wrong = TestGateway.CONFIG.replace("methods:", "methodz:");
        post("/config/validate", yaml, wrong, 200);
        post("/config/diff", yaml, TestGateway.CONFIG.replace("/hello,", "/hi,"), 200);
        post("/config/diff", yaml, wrong, 422);
        post("/explain", "application/json", "{\"method\": \"PUT\", \"url\": \"/hello\"}", 200);
        post("/explain", "application/json", "{\"method\": \"GET\", \"url\": \"/catalog/1\"}", 200);
        HttpResponse<String> put = gateway.write("PUT", "/config", "*", yaml, TestGateway.CONFIG);
        assertShape("PUT /config", schema("/config", "put", "200", "application/json"), json(put));
    }

    private void post(String path, String media, String body, int status) throws Exception {
        HttpResponse<String> answer = gateway.write("POST", path, null, media, body);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        JsonNode schema = status == 200
                ? schema(path, "post", "200", "application/json")
                : schema(path, "post", "default", "application/problem+json");
        assertShape(path, schema, json(answer));
    }

    @Test
    void every_described_operation_asks_for_the_token_unless_it_says_that_it_does_not() throws Exception {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String concrete = path.getKey().replaceAll("\\{[^}]+}", "1");
                var request = gateway.admin(concrete)
                        .method(operation.getKey().toUpperCase(Locale.ROOT), BodyPublishers.noBody())
                        .setHeader("Authorization", "Bearer wrong");
                boolean open = operation.getValue().path("security").isEmpty();
                assertThat(gateway.send(request).statusCode() == 401)
                        .as(operation.getKey() + " " + path.getKey())
                        .isEqualTo(!open);
            }
        }
    }

    private JsonNode schema(String path, String method, String status, String media) {
        return api.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path(media)
                .path("schema");
    }

    /** Validates; fields that the description does not mention are mistakes too. */
    private void assertShape(String what, JsonNode schema, JsonNode answer) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        ObjectNode components = api.path("components").deepCopy();
        components.path("schemas").properties().forEach(component -> {
            boolean free = component.getKey().equals("NamedObject");
            if (!free && component.getValue().has("properties")) {
                ((ObjectNode) component.getValue()).put("additionalProperties", false);
            }
        });
        whole.set("components", components);
        var validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        assertThat(validator.validate(answer)).as(what + " answered " + answer).isEmpty();
    }
}
