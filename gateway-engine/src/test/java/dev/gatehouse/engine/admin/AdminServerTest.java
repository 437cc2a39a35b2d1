package dev.gatehouse.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.health.HealthEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private static final String TOKEN = "a-token";
    private static final Shape SIZE = Shape.object("Size").with("size", Shape.integer());

    private final HttpClient client = HttpClient.newHttpClient();
    private AdminServer server;

    @BeforeEach
    void start() {
        List<Endpoint> endpoints = new ArrayList<>(new HealthEndpoints(() -> false).all());
        endpoints.add(Endpoint.post("/measure", "Measures a text.")
                .takes("The text.", Shape.text())
                .answers(200, "Its size.", SIZE)
                .by(ctx -> Bodies.answer(
                        ctx, 200, Bodies.json("{\"size\":" + Bodies.text(ctx).length() + "}"))));
        endpoints.add(Endpoint.get("/broken/{thing}", "Fails.")
                .in("thing", Shape.text(), "What.")
                .by(ctx -> {
                    throw new IllegalStateException("a secret detail");
                }));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(new AdminSettings(address, TOKEN, false), endpoints, "1");
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void health_is_open_and_stands_at_the_root_too() throws Exception {
        assertThat(send(get("/health/live")).statusCode()).isEqualTo(200);
        assertThat(send(get("/admin/v1/health/live")).body()).isEqualTo("{\"status\":\"live\"}");
        HttpResponse<String> ready = send(get("/admin/v1/health/ready"));
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(problem(ready).path("code").asText()).isEqualTo("not-ready");
    }

    @Test
    void without_the_token_everything_else_is_401() throws Exception {
        for (String path : List.of("/admin/v1/openapi.json", "/admin/v1/nothing", "/")) {
            HttpResponse<String> answer = send(get(path));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(problem(answer).path("code").asText()).isEqualTo("unauthorized");
        }
        assertThat(send(get("/admin/v1/openapi.json").header("Authorization", "Bearer a-tokeN"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(get("/admin/v1/openapi.json").header("Authorization", "bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_foreign_host_name_is_refused_on_loopback() throws Exception {
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("wrong-host");
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void an_unknown_path_is_404_and_an_unknown_method_405_with_allow() throws Exception {
        HttpResponse<String> unknown = send(authorized("/admin/v1/nothing"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(problem(unknown).path("type").asText()).isEqualTo("urn:gatehouse:problem:not-found");
        HttpResponse<String> method = send(authorized("/admin/v1/measure"));
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        problem(method);
    }

    @Test
    void a_failure_says_nothing_of_its_inside() throws Exception {
        HttpResponse<String> answer = send(authorized("/admin/v1/broken/pipe"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        problem(answer);
    }

    @Test
    void what_is_not_http_is_a_problem_without_html() throws Exception {
        assertThat(raw("GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("<")
                .doesNotContainIgnoringCase("jetty");
    }

    @Test
    void a_hundred_megabytes_are_refused_at_once_and_the_answer_arrives() throws Exception {
        byte[] piece = new byte[1024 * 1024];
        var body = BodyPublishers.ofByteArrays(
                () -> Collections.nCopies(100, piece).iterator());
        HttpResponse<String> announced =
                send(authorized("/admin/v1/measure").POST(BodyPublishers.fromPublisher(body, 100L * piece.length)));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(problem(announced).path("code").asText()).isEqualTo("body-too-large");
        HttpResponse<String> chunked = send(authorized("/admin/v1/measure").POST(body));
        assertThat(chunked.statusCode()).isEqualTo(413);
        HttpResponse<String> small = send(authorized("/admin/v1/measure").POST(BodyPublishers.ofString("four")));
        assertThat(small.body()).isEqualTo("{\"size\":4}");
    }

    @Test
    void the_description_lists_every_endpoint_with_resolvable_shapes() throws Exception {
        JsonNode api = new JsonMapper()
                .readTree(send(authorized("/admin/v1/openapi.json")).body());
        assertThat(api.path("paths").size()).isEqualTo(5);
        JsonNode measure = api.at("/paths/~1measure/post");
        assertThat(measure.path("operationId").asText()).isEqualTo("postMeasure");
        assertThat(measure.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Size");
        assertThat(api.at("/components/schemas/Size/required/0").asText()).isEqualTo("size");
        assertThat(api.at("/components/schemas/Problem/required").size()).isEqualTo(5);
        assertThat(api.at("/paths/~1health~1live/get/security").size()).isZero();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private HttpRequest.Builder authorized(String path) {
        return get(path).header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        return problem;
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int read = in.read(buffer);
            return new String(buffer, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1);
        }
    }
}
