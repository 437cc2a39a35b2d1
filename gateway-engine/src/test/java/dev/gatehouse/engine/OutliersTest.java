package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that fails now and then, but never in a row, is found by comparison. */
class OutliersTest {
    @TempDir
    private Path directory;

    private static HttpServer origin(int failEvery) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() % failEvery == 0 ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void it_is_ejected_with_the_shares_in_the_reason() throws Exception {
        HttpServer good = origin(Integer.MAX_VALUE);
        HttpServer flaky = origin(3);
        String config =
                """
                listeners: {public: {address: 127.0.0.1, port: 0}}
                upstreams:
                  origin:
                    targets: [{address: "127.0.0.1:%d"}, {address: "127.0.0.1:%d"}]
                    health: {passive: {ejectFor: 1h, outliers: {interval: 1s, requests: 12}}}
                routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                """.formatted(good.getAddress().getPort(), flaky.getAddress().getPort());
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), config)) {
            JsonNode target = gateway.get("/status").at("/upstreams/0/targets/1");
            while (!target.path("health").asText().equals("down")) {
                for (int i = 0; i < 30; i++) {
                    gateway.through("/");
                }
                target = gateway.get("/status").at("/upstreams/0/targets/1");
            }
            assertThat(target.path("reason").asText())
                    .matches("ejected because 6\\d % of its requests succeeded, where it was 100 % at the others");
            assertThat(gateway.through("/").statusCode()).isEqualTo(204);
        } finally {
            good.stop(0);
            flaky.stop(0);
        }
    }
}
