package dev.gatehouse.engine;

import static dev.gatehouse.engine.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminApiTest {
    private static final String YAML = "application/yaml";
    private static final String MERGE = "application/merge-patch+json";

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

    @Test
    void the_document_is_read_in_both_formats_with_an_etag_each() throws Exception {
        HttpResponse<String> json = gateway.send(gateway.admin("/config"));
        assertThat(etag(json)).isEqualTo("\"1-json\"");
        assertThat(json(json).at("/routes/hello/match/path").asText()).isEqualTo("/hello");
        HttpResponse<String> yaml = gateway.send(gateway.admin("/config").header("Accept", YAML));
        assertThat(etag(yaml)).isEqualTo("\"1-yaml\"");
        assertThat(yaml.body()).startsWith("gatehouse: 1\n");
        assertThat(gateway.send(gateway.admin("/config").header("If-None-Match", "\"1-json\""))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_write_without_a_base_is_428_and_a_stale_one_412_with_the_current_etag() throws Exception {
        String next = TestGateway.CONFIG.replace("body: one", "body: two");
        HttpResponse<String> missing = gateway.write("PUT", "/config", null, YAML, next);
        assertThat(missing.statusCode()).isEqualTo(428);
        HttpResponse<String> done = gateway.write("PUT", "/config", "\"1-yaml\"", YAML, next);
        assertThat(done.body()).isEqualTo("{\"revision\":2,\"warnings\":[]}");
        assertThat(etag(done)).isEqualTo("\"2-json\"");
        assertThat(gateway.through("/hello").body()).isEqualTo("two");
        HttpResponse<String> stale = gateway.write("PUT", "/config", "\"1-json\"", YAML, TestGateway.CONFIG);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(etag(stale)).isEqualTo("\"2-json\"");
        assertThat(gateway.write("PUT", "/config", "*", YAML, TestGateway.CONFIG)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void broken_yaml_unknown_fields_duplicate_keys_and_unknown_names_are_422_with_places() throws Exception {
        assertViolation("gatehouse: 1\nroutes: [\n", "", null);
        assertViolation(TestGateway.CONFIG.replace("methods:", "methodz:"), "/routes/hello/match/methodz", "methods");
        assertViolation(TestGateway.CONFIG + "upstreams: {}\n", "/upstreams", null);
        assertViolation(
                TestGateway.CONFIG.replace("upstream: catalog", "upstream: catalogue"),
                "/routes/catalog/forward/upstream",
                "catalog");
        assertThat(gateway.gateway().revision()).isEqualTo(1);
    }

    private void assertViolation(String yaml, String pointer, @Nullable String hint) throws Exception {
        HttpResponse<String> answer = gateway.write("PUT", "/config", "*", YAML, yaml);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode violation = json(answer).path("violations").path(0);
        assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
        assertThat(violation.path("line").asInt()).isPositive();
        assertThat(violation.has("hint")).isTrue();
        if (hint != null) {
            assertThat(violation.path("hint").asText()).contains(hint);
        }
        JsonNode found = json(gateway.write("POST", "/config/validate", null, YAML, yaml));
        assertThat(found.path("violations")).isEqualTo(json(answer).path("violations"));
        assertThat(found.path("warnings").isArray()).isTrue();
    }

    @Test
    void both_kinds_of_patches_change_the_document_and_other_media_types_are_415() throws Exception {
        String merge = "{\"routes\": {\"hello\": {\"title\": \"Hello\"}}}";
        assertThat(gateway.write("PATCH", "/config", "\"1-json\"", MERGE, merge).statusCode())
                .isEqualTo(200);
        String operations = "[{\"op\": \"remove\", \"path\": \"/routes/catalog\"}]";
        assertThat(gateway.write("PATCH", "/config", "*", "application/json-patch+json", operations)
                        .statusCode())
                .isEqualTo(200);
        JsonNode routes = gateway.get("/config").path("routes");
        assertThat(routes.size()).isEqualTo(1);
        assertThat(routes.at("/hello/title").asText()).isEqualTo("Hello");
        assertThat(gateway.write("PATCH", "/config", "*", "text/html", merge).statusCode())
                .isEqualTo(415);
        String unfit = "[{\"op\": \"remove\", \"path\": \"/routes/nothing\"}]";
        assertThat(gateway.write("PATCH", "/config", "*", "application/json-patch+json", unfit)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void objects_have_their_own_etags_and_are_created_changed_and_removed() throws Exception {
        String bye = "match: {path: /bye}\nforward: {respond: {status: 204}}\n";
        assertThat(gateway.write("PUT", "/routes/bye", null, YAML, bye).statusCode())
                .isEqualTo(428);
        HttpResponse<String> nothing = gateway.write("PUT", "/routes/bye", "*", YAML, bye);
        assertThat(nothing.statusCode()).isEqualTo(412);
        assertThat(nothing.headers().firstValue("ETag")).isEmpty();
        assertThat(nothing.body()).contains("If-None-Match: *");
        assertThat(gateway.through("/bye").statusCode()).isEqualTo(404);
        HttpResponse<String> created = gateway.create("/routes/bye", YAML, bye);
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(gateway.create("/routes/bye", YAML, bye).statusCode()).isEqualTo(412);
        assertThat(gateway.through("/bye").statusCode()).isEqualTo(204);
        HttpResponse<String> read = gateway.send(gateway.admin("/routes/bye"));
        assertThat(etag(read)).isEqualTo(etag(created));
        HttpResponse<String> elsewhere = gateway.write("PATCH", "/routes/hello", "*", MERGE, "{\"title\": \"Hello\"}");
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        HttpResponse<String> changed = gateway.write("PATCH", "/routes/bye", etag(read), MERGE, "{\"title\": \"Bye\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        HttpResponse<String> stale = gateway.write("DELETE", "/routes/bye", etag(read), null, "");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(etag(stale)).isEqualTo(etag(changed));
        assertThat(gateway.write("DELETE", "/routes/bye", etag(changed), null, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.send(gateway.admin("/routes/bye")).statusCode()).isEqualTo(404);
        assertThat(gateway.through("/bye").statusCode()).isEqualTo(404);
    }

    @Test
    void collections_are_lists_with_a_cursor_and_an_item_can_be_sent_back() throws Exception {
        JsonNode first = gateway.get("/routes?limit=1");
        assertThat(first.at("/items/0/name").asText()).isEqualTo("catalog");
        JsonNode second =
                gateway.get("/routes?limit=1&cursor=" + first.path("next").asText());
        assertThat(second.at("/items/0/name").asText()).isEqualTo("hello");
        assertThat(second.path("next").isNull()).isTrue();
        String item = second.at("/items/0").toString();
        assertThat(gateway.write("PUT", "/routes/hello", "*", "application/json", item)
                        .body())
                .contains("\"revision\":1");
        assertThat(gateway.get("/upstreams?q=CAT").path("items").size()).isEqualTo(1);
        assertThat(gateway.get("/listeners").path("items").size()).isEqualTo(1);
    }

    @Test
    void a_diff_is_a_list_by_object_and_field() throws Exception {
        String next = TestGateway.CONFIG.replace("/hello,", "/hallo,");
        JsonNode changes = json(gateway.write("POST", "/config/diff", null, YAML, next));
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.get(0).toString())
                .isEqualTo("{\"op\":\"change\",\"kind\":\"route\",\"name\":\"hello\",\"pointer\":\"/match/path\","
                        + "\"before\":\"/hello\",\"after\":\"/hallo\"}");
        assertThat(json(gateway.write("POST", "/config/diff", null, YAML, TestGateway.CONFIG)))
                .isEmpty();
    }

    @Test
    void any_two_revisions_are_compared_and_a_document_with_any_revision() throws Exception {
        gateway.write("PATCH", "/config", "*", MERGE, "{\"routes\": {\"hello\": {\"priority\": 3}}}");
        gateway.write("PATCH", "/config", "*", MERGE, "{\"routes\": {\"hello\": {\"title\": \"Hello\"}}}");
        assertThat(pointers("/config/diff?from=1&to=3", "")).containsExactlyInAnyOrder("/priority", "/title");
        assertThat(pointers("/config/diff?from=3&to=2", "")).containsExactly("/title");
        assertThat(pointers("/config/diff?to=1", "")).containsExactlyInAnyOrder("/priority", "/title");
        assertThat(pointers("/config/diff?from=2", TestGateway.CONFIG)).containsExactly("/priority");
        assertThat(gateway.write("POST", "/config/diff?from=1&to=9", null, null, "")
                        .statusCode())
                .isEqualTo(404);
    }

    private List<String> pointers(String path, String body) throws Exception {
        List<String> pointers = new ArrayList<>();
        json(gateway.write("POST", path, null, YAML, body))
                .forEach(change -> pointers.add(change.path("pointer").asText()));
        return pointers;
    }

    @Test
    void revisions_are_listed_read_and_restored() throws Exception {
        gateway.write("PATCH", "/config?message=Why", "*", MERGE, "{\"routes\": {\"hello\": {\"priority\": 3}}}");
        JsonNode revisions = gateway.get("/revisions");
        assertThat(revisions.at("/items/0/revision").asInt()).isEqualTo(2);
        assertThat(revisions.at("/items/0/message").asText()).isEqualTo("Why");
        assertThat(revisions.at("/items/0/parent").asInt()).isEqualTo(1);
        assertThat(revisions.at("/items/1/state").asText()).isEqualTo("superseded");
        assertThat(gateway.get("/revisions/2")
                        .at("/config/routes/hello/priority")
                        .asInt())
                .isEqualTo(3);
        assertThat(gateway.write("POST", "/revisions/1/restore", null, "application/json", "{\"objects\": 7}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.write(
                                "POST",
                                "/revisions/1/restore",
                                null,
                                "application/json",
                                "{\"objects\": [\"routes/no\"]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.write("POST", "/revisions/1/restore", null, null, "").body())
                .isEqualTo("{\"revision\":3,\"warnings\":[]}");
        assertThat(gateway.get("/config").at("/routes/hello/priority").isMissingNode())
                .isTrue();
        assertThat(gateway.send(gateway.admin("/revisions/99")).statusCode()).isEqualTo(404);
        assertThat(gateway.write("POST", "/revisions/3/confirm", null, null, "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_dry_run_changes_nothing_and_a_provisional_revision_says_until_when() throws Exception {
        String patch = "{\"routes\": {\"hello\": {\"priority\": 3}}}";
        assertThat(gateway.write("PATCH", "/config?dryRun=true", "*", MERGE, patch)
                        .body())
                .isEqualTo("{\"revision\":2,\"warnings\":[]}");
        assertThat(gateway.gateway().revision()).isEqualTo(1);
        gateway.write("PATCH", "/config?confirm=60s", "*", MERGE, patch);
        assertThat(gateway.get("/status").at("/revision/confirmBy").isTextual()).isTrue();
        assertThat(gateway.write("POST", "/revisions/2/confirm", null, null, "").body())
                .isEqualTo("{\"revision\":2,\"warnings\":[]}");
        assertThat(gateway.get("/status").at("/revision/confirmBy").isNull()).isTrue();
    }

    @Test
    void a_request_is_explained_on_the_active_configuration_and_on_a_draft() throws Exception {
        JsonNode taken = explain("{\"method\": \"GET\", \"url\": \"http://localhost/catalog/7?x=1\"}");
        assertThat(taken.path("route").asText()).isEqualTo("catalog");
        assertThat(taken.path("forward").toString()).isEqualTo("{\"upstream\":\"catalog\",\"path\":\"/7?x=1\"}");
        JsonNode refused = explain("{\"method\": \"POST\", \"url\": \"/hello\"}");
        assertThat(refused.at("/outcome/status").asInt()).isEqualTo(405);
        assertThat(refused.at("/misses/0/failed").asText()).isEqualTo("method");
        JsonNode draft = explain("{\"method\": \"GET\", \"url\": \"/hello\", \"draft\": {\"base\": 1, \"patch\":"
                + " {\"routes\": {\"hello\": {\"forward\": {\"respond\": {\"status\": 418}}}}}}}");
        assertThat(draft.at("/outcome/status").asInt()).isEqualTo(418);
        assertThat(explain("{\"method\": \"GET\", \"url\": \"/a%2Fb\"}")
                        .at("/outcome/fault")
                        .asText())
                .isEqualTo("ambiguous-path");
    }

    private JsonNode explain(String request) throws Exception {
        return json(gateway.write("POST", "/explain", null, "application/json", request));
    }

    @Test
    void a_call_can_be_found_and_read() throws Exception {
        gateway.through("/hello");
        List<JsonNode> calls = new ArrayList<>();
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (calls.isEmpty() && System.nanoTime() < deadline) {
            gateway.get("/calls?route=hello&status=2xx&limit=5").path("items").forEach(calls::add);
        }
        JsonNode call = gateway.get("/calls/" + calls.getFirst().path("id").asText());
        assertThat(call.path("path").asText()).isEqualTo("/hello");
        assertThat(call.path("timeline").size()).isGreaterThan(1);
        assertThat(call.path("scheme").asText()).isEqualTo("http");
        assertThat(call.path("protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(gateway.get("/calls?status=500-599").path("items")).isEmpty();
        assertThat(gateway.send(gateway.admin("/calls?status=many")).statusCode())
                .isEqualTo(400);
        assertThat(gateway.send(gateway.admin("/calls/none")).statusCode()).isEqualTo(404);
    }

    @Test
    void calls_are_looked_for_in_a_language_of_terms() throws Exception {
        gateway.through("/hello");
        gateway.through("/nowhere");
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (gateway.get("/calls").path("items").size() < 2 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(paths("fault:route-not-found")).containsExactly("/nowhere");
        assertThat(paths("status:2xx -path:/now* revision:1 method:GET")).containsExactly("/hello");
        assertThat(gateway.get("/calls?to=2026-01-01T00:00:00Z").path("items")).isEmpty();
        assertThat(gateway.get("/calls?from=2026-01-01T00:00:00Z").path("items"))
                .hasSize(2);
        for (String path : List.of("/calls?q=status:404%20hots:x", "/calls/tail?q=status:404%20hots:x")) {
            HttpResponse<String> wrong = gateway.send(gateway.admin(path));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(json(wrong).path("term").asText()).isEqualTo("hots:x");
            assertThat(json(wrong).path("column").asInt()).isEqualTo(12);
            assertThat(json(wrong).path("detail").asText()).contains("did you mean 'host'?");
            assertThat(json(wrong).path("fields")).hasSizeGreaterThan(10);
        }
    }

    private List<String> paths(String filter) throws Exception {
        List<String> paths = new ArrayList<>();
        String q = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        gateway.get("/calls?q=" + q)
                .path("items")
                .forEach(call -> paths.add(call.path("path").asText()));
        return paths;
    }

    @Test
    void a_name_that_cannot_be_is_answered_as_any_other_that_is_not_there() throws Exception {
        String route = "match: {path: /x}\nforward: {respond: {status: 204}}\n";
        for (String name : List.of("a%2Fb", "a%2fb", "%2E%2E", "a%5Cb", "a%3Bb", "a;b", "a%25b", "A")) {
            HttpResponse<String> read = gateway.send(gateway.admin("/routes/" + name));
            assertThat(read.statusCode()).as(name).isEqualTo(404);
            assertThat(read.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json(read).path("code").asText()).isEqualTo("not-found");
            HttpResponse<String> written = gateway.create("/routes/" + name, YAML, route);
            assertThat(written.statusCode()).as(name).isEqualTo(422);
            assertThat(json(written).at("/violations/0/pointer").asText()).startsWith("/routes/");
        }
        assertThat(gateway.send(gateway.admin("/routes%2Fhello")).statusCode()).isEqualTo(404);
    }

    @Test
    void head_is_get_without_the_body() throws Exception {
        for (String path : List.of("/config", "/routes/hello", "/routes", "/status", "/health/live", "/schema")) {
            HttpResponse<String> get = gateway.send(gateway.admin(path));
            HttpResponse<String> head = gateway.send(gateway.admin(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String header : List.of("Content-Type", "ETag", "Vary")) {
                assertThat(head.headers().firstValue(header))
                        .isEqualTo(get.headers().firstValue(header));
            }
            if (!path.equals("/status") && !path.equals("/schema")) { // one changes, the other is sent in pieces
                assertThat(head.headers().firstValue("Content-Length"))
                        .contains(String.valueOf(get.body().getBytes(StandardCharsets.UTF_8).length));
            }
        }
        HttpResponse<String> stream = gateway.send(gateway.admin("/live").method("HEAD", BodyPublishers.noBody()));
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        HttpRequest.Builder wrong = gateway.admin("/config/validate").method("HEAD", BodyPublishers.noBody());
        assertThat(gateway.send(wrong).statusCode()).isEqualTo(405);
        assertThat(gateway.send(gateway.admin("/config").method("POST", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow"))
                .contains("GET, HEAD, PATCH, PUT");
    }

    @Test
    void secrets_are_written_and_never_read() throws Exception {
        assertThat(gateway.write("PUT", "/secrets/db", null, "application/json", "{\"value\": \"hush\"}")
                        .body())
                .doesNotContain("hush");
        assertThat(gateway.get("/secrets/db").toString()).doesNotContain("hush");
        assertThat(gateway.get("/secrets").at("/items/0/name").asText()).isEqualTo("db");
        assertThat(gateway.get("/audit").at("/items/0/action").asText()).isEqualTo("secret.put");
        assertThat(gateway.write("DELETE", "/secrets/db", null, null, "").statusCode())
                .isEqualTo(204);
        assertThat(gateway.send(gateway.admin("/secrets/db")).statusCode()).isEqualTo(404);
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }
}
