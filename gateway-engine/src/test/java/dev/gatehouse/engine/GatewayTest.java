package dev.gatehouse.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    @TempDir
    private Path directory;

    @Test
    void a_restart_serves_the_last_active_revision() throws Exception {
        Path data = directory.resolve("data");
        try (TestGateway gateway = TestGateway.start(data, TestGateway.CONFIG)) {
            String patch = "{\"routes\": {\"hello\": {\"forward\": {\"respond\": {\"body\": \"kept\"}}}}}";
            gateway.write("PATCH", "/config", "*", "application/merge-patch+json", patch);
        }
        try (TestGateway gateway = TestGateway.start(data, null)) {
            assertThat(gateway.gateway().revision()).isEqualTo(2);
            assertThat(gateway.through("/hello").body()).isEqualTo("kept");
        }
    }

    @Test
    void a_hundred_applies_during_traffic_fail_no_request() throws Exception {
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG)) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger requests = new AtomicInteger();
            CompletableFuture<Integer> failures = CompletableFuture.supplyAsync(() -> {
                int failed = 0;
                while (!done.get()) {
                    try {
                        HttpResponse<String> answer = gateway.through("/hello");
                        failed += answer.statusCode() == 200 ? 0 : 1;
                    } catch (Exception e) {
                        failed++;
                    }
                    requests.incrementAndGet();
                }
                return failed;
            });
            for (int i = 1; i <= 100; i++) {
                String patch = "{\"routes\": {\"hello\": {\"forward\": {\"respond\": {\"body\": \"" + i + "\"}}},"
                        + " \"r" + i + "\": {\"match\": {\"path\": \"/r" + i + "\"},"
                        + " \"forward\": {\"respond\": {\"status\": 204}}}}}";
                HttpResponse<String> applied =
                        gateway.write("PATCH", "/config", "*", "application/merge-patch+json", patch);
                assertThat(applied.statusCode()).isEqualTo(200);
            }
            done.set(true);
            assertThat(failures.get()).isZero();
            assertThat(requests.get()).isGreaterThan(10);
            assertThat(gateway.through("/hello").body()).isEqualTo("100");
            assertThat(gateway.through("/r100").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void a_second_gateway_on_the_directory_is_told_who_has_it() throws Exception {
        Path data = directory.resolve("data");
        try (TestGateway gateway = TestGateway.start(data, TestGateway.CONFIG)) {
            assertThatThrownBy(() -> Gateway.start(TestGateway.options(data, null)))
                    .isInstanceOfSatisfying(
                            StartFailed.class,
                            e -> assertThat(e)
                                    .hasMessageContaining("in use by process")
                                    .hasMessageContaining(gateway.url()));
        }
    }

    @Test
    void a_directory_that_cannot_be_used_or_a_file_that_is_not_there_is_a_sentence_and_a_way_out() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> Gateway.start(TestGateway.options(file.resolve("data"), null)))
                .isInstanceOfSatisfying(StartFailed.class, e -> {
                    assertThat(e).hasMessageContaining("cannot be used");
                    assertThat(e.wayOut()).contains("--data");
                });
        GatewayOptions options =
                GatewayOptions.in(directory.resolve("data")).withConfig(directory.resolve("none.yaml"));
        assertThatThrownBy(() -> Gateway.start(options))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void an_invalid_document_is_refused_with_file_line_and_column() throws Exception {
        GatewayOptions options =
                TestGateway.options(directory.resolve("data"), TestGateway.CONFIG.replace("methods:", "methodz:"));
        assertThatThrownBy(() -> Gateway.start(options))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("first.yaml:9:27: ")
                .hasMessageContaining("methodz");
    }

    @Test
    void a_port_in_use_stops_the_start_and_an_apply_and_an_embedded_gateway_takes_another() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            GatewayOptions options = TestGateway.options(
                    directory.resolve("data"), TestGateway.CONFIG.replace("port: 0", "port: " + port));
            assertThatThrownBy(() -> Gateway.start(options))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining(String.valueOf(port));
            try (Gateway gateway = Gateway.start(options.embedded())) {
                assertThat(requireNonNull(gateway.listeners().get("public")).getPort())
                        .isNotEqualTo(port);
            }
            try (TestGateway gateway = TestGateway.start(directory.resolve("other/data"), TestGateway.CONFIG)) {
                HttpResponse<String> refused = gateway.write(
                        "PATCH", "/listeners/public", "*", "application/merge-patch+json", "{\"port\": " + port + "}");
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.body()).contains("/listeners/public");
                assertThat(gateway.through("/hello").body()).isEqualTo("one");
            }
        }
    }

    @Test
    void two_gateways_on_one_port_are_not_let_share_it() throws Exception {
        try (TestGateway first = TestGateway.start(directory.resolve("a/data"), TestGateway.CONFIG)) {
            int port = requireNonNull(first.gateway().listeners().get("public")).getPort();
            GatewayOptions second = TestGateway.options(
                    directory.resolve("b/data"), TestGateway.CONFIG.replace("port: 0", "port: " + port));
            assertThatThrownBy(() -> Gateway.start(second)).isInstanceOf(StartFailed.class);
            GatewayOptions sameAdmin = TestGateway.options(directory.resolve("c/data"), TestGateway.CONFIG)
                    .withAdmin(first.gateway().adminAddress());
            assertThatThrownBy(() -> Gateway.start(sameAdmin))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("Admin API cannot listen");
            Gateway.start(TestGateway.options(directory.resolve("c/data"), null))
                    .close();
        }
    }

    @Test
    void without_a_document_there_is_one_listener_and_every_request_is_told_that_no_route_takes_it() throws Exception {
        GatewayOptions options =
                TestGateway.options(directory.resolve("data"), null).embedded();
        try (Gateway gateway = Gateway.start(options)) {
            assertThat(gateway.listeners()).containsOnlyKeys("public");
            assertThat(gateway.revision()).isEqualTo(1);
        }
    }
}
