package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway asks targets whether they are well, and keeps requests from those that are not. */
class ProbesTest {
    @TempDir
    private Path directory;

    private static HttpServer origin(String name, AtomicBoolean well) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            boolean probe = exchange.getRequestURI().getPath().equals("/health");
            byte[] body = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(probe && !well.get() ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static JsonNode await(TestGateway gateway, int target, String health) throws Exception {
        JsonNode node = gateway.get("/status").at("/upstreams/0/targets/" + target);
        while (!node.path("health").asText().equals(health)) {
            node = gateway.get("/status").at("/upstreams/0/targets/" + target);
        }
        return node;
    }

    @Test
    void a_target_that_speaks_tls_is_asked_in_tls() throws Exception {
        Pki pki = new Pki();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        SSLContext context = pki.context(pki.issue(Pki.certificate("CN=target", "target.inside")));
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Path authority = Files.writeString(directory.resolve("authority.pem"), pki.authority());
        String config = """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin:
                targets: [{address: "127.0.0.1:%1$d"}]
                health: {active: {path: /health, interval: 100ms, unhealthyAfter: 1, healthyAfter: 1}}
                tls: {authorities: {file: "%2$s"}, serverName: target.inside}
              strange:
                targets: [{address: "127.0.0.1:%1$d"}]
                health: {active: {path: /health, interval: 100ms, unhealthyAfter: 1, healthyAfter: 1}}
                tls: {authorities: {file: "%2$s"}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(server.getAddress().getPort(), authority);
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), config)) {
            await(gateway, 0, "up");
            assertThat(gateway.through("/").statusCode()).isEqualTo(204);
            JsonNode other = gateway.get("/status").at("/upstreams/1/targets/0");
            while (!other.path("health").asText().equals("down")) {
                other = gateway.get("/status").at("/upstreams/1/targets/0");
            }
            assertThat(other.path("reason").asText()).contains("TLS handshake");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_target_whose_probes_fail_gets_no_requests_and_everybody_is_told_why() throws Exception {
        AtomicBoolean firstIsWell = new AtomicBoolean(true);
        HttpServer first = origin("first", firstIsWell);
        HttpServer second = origin("second", new AtomicBoolean(true));
        String config =
                """
                listeners: {public: {address: 127.0.0.1, port: 0}}
                upstreams:
                  origin:
                    targets: [{address: "127.0.0.1:%d"}, {address: "127.0.0.1:%d"}]
                    health: {active: {path: /health, interval: 100ms, unhealthyAfter: 2, healthyAfter: 1}}
                routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                """.formatted(first.getAddress().getPort(), second.getAddress().getPort());
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), config);
                HttpClient client = HttpClient.newHttpClient()) {
            await(gateway, 0, "up");
            assertThat(await(gateway, 1, "up").has("reason")).isFalse();

            firstIsWell.set(false);
            assertThat(await(gateway, 0, "down").path("reason").asText()).isEqualTo("probes fail: status 500");
            assertThat(gateway.get("/status").at("/upstreams/0/health").asText())
                    .isEqualTo("degraded");
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.through("/").body()).isEqualTo("second");
            }
            assertThat(gateway.send(gateway.admin("/metrics")).body())
                    .contains("gatehouse_target_up{target=\"127.0.0.1:"
                            + first.getAddress().getPort() + "\",upstream=\"origin\"} 0.0");

            firstIsWell.set(true);
            await(gateway, 0, "up");
            HttpResponse<Stream<String>> events = client.send(
                    gateway.admin("/events").header("Last-Event-ID", "1").build(), HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = events.body()) {
                assertThat(lines.filter(line -> line.contains("target-"))
                                .limit(2)
                                .toList())
                        .satisfiesExactly(
                                down -> assertThat(down)
                                        .contains("target-down", "2 probes in a row failed", "status 500"),
                                up -> assertThat(up).contains("target-up", "1 probe in a row went well"));
            } finally {
                client.shutdownNow(); // the stream has no end of its own
            }
        } finally {
            first.stop(0);
            second.stop(0);
        }
    }

    @Test
    void without_a_path_a_connection_is_what_is_asked_for() throws Exception {
        HttpServer origin = origin("origin", new AtomicBoolean(true));
        String config = """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin:
                targets: [{address: "127.0.0.1:%d"}, {address: "127.0.0.1:1"}]
                health: {active: {interval: 100ms, unhealthyAfter: 1}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(origin.getAddress().getPort());
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), config)) {
            await(gateway, 0, "up");
            assertThat(await(gateway, 1, "down").path("reason").asText()).isEqualTo("probes fail: no connection");
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.through("/").body()).isEqualTo("origin");
            }
            assertThat(gateway.get("/status").at("/upstreams/0/retries").isMissingNode())
                    .isTrue();
        } finally {
            origin.stop(0);
        }
    }
}
