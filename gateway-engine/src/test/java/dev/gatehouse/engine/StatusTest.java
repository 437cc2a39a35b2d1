package dev.gatehouse.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    private static final String MERGE = "application/merge-patch+json";

    @TempDir
    private Path directory;

    @Test
    void a_failed_change_is_told_of_the_node_and_of_the_object_until_one_comes_about() throws Exception {
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            JsonNode before = gateway.get("/status");
            assertThat(before.at("/nodes/0/lastError").isNull()).isTrue();
            String port = "{\"port\": " + taken.getLocalPort() + "}";
            assertThat(gateway.write("PATCH", "/listeners/public", "*", MERGE, port)
                            .statusCode())
                    .isEqualTo(422);
            JsonNode failed = gateway.get("/status");
            assertThat(failed.at("/revision/desired").asInt()).isEqualTo(1);
            assertThat(failed.at("/nodes/0/lastError/violations/0/pointer").asText())
                    .isEqualTo("/listeners/public/port");
            assertThat(failed.at("/listeners/0/lastError/message").asText())
                    .contains(String.valueOf(taken.getLocalPort()));
            assertThat(failed.at("/listeners/0/state").asText()).isEqualTo("listening");
            assertThat(failed.at("/routes/0/lastError").isNull()).isTrue();
            gateway.write("PATCH", "/routes/hello", "*", MERGE, "{\"priority\": 1}");
            assertThat(gateway.get("/status").at("/listeners/0/lastError").isNull())
                    .isTrue();
        }
    }

    @Test
    void a_target_that_cannot_be_reached_says_why() throws Exception {
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG)) {
            assertThat(gateway.through("/catalog/7").statusCode()).isEqualTo(502);
            JsonNode target = gateway.get("/status").at("/upstreams/0/targets/0");
            while (target.path("lastError").isNull()) {
                target = gateway.get("/status").at("/upstreams/0/targets/0");
            }
            assertThat(target.at("/lastError/fault").asText()).isEqualTo("connect-failed");
            assertThat(target.at("/lastError/message").asText()).contains("connection refused");
            assertThat(target.path("weight").asInt()).isEqualTo(1);
        }
    }

    @Test
    void while_requests_in_flight_finish_the_admin_api_says_draining_and_takes_no_change() throws Exception {
        try (ServerSocket origin = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            String config = TestGateway.CONFIG.replace("127.0.0.1:1\"", "127.0.0.1:" + origin.getLocalPort() + "\"");
            TestGateway gateway = TestGateway.start(directory.resolve("data"), config);
            Future<HttpResponse<String>> slow = others.submit(() -> gateway.through("/catalog/slow"));
            try (Socket connection = origin.accept()) {
                Future<?> closing = others.submit(gateway.gateway()::close);
                while (!gateway.get("/status").path("state").asText().equals("draining")) {
                    Thread.onSpinWait();
                }
                HttpResponse<String> ready = gateway.send(gateway.admin("/health/ready"));
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(gateway.send(gateway.admin("/health/live")).statusCode())
                        .isEqualTo(200);
                JsonNode status = gateway.get("/status");
                while (!status.at("/listeners/0/state").asText().equals("draining")) {
                    status = gateway.get("/status");
                }
                assertThat(status.at("/nodes/0/state").asText()).isEqualTo("draining");
                assertThat(status.at("/upstreams/0/targets/0/inFlight").asInt()).isEqualTo(1);
                HttpResponse<String> late = gateway.write("PATCH", "/routes/hello", "*", MERGE, "{\"priority\": 1}");
                assertThat(late.statusCode()).isEqualTo(503);
                assertThat(late.body()).contains("is stopping");
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
                assertThat(slow.get().body()).isEqualTo("ok");
                assertThat(slow.get().headers().firstValue("Connection")).contains("close");
                closing.get();
            }
            assertThat(requireNonNull(gateway.gateway()).listeners()).isEmpty();
            gateway.close();
        }
    }
}
