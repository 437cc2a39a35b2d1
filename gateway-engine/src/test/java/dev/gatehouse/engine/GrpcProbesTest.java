package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets are asked by the health service of gRPC, as its own library serves it. */
class GrpcProbesTest {
    @TempDir
    private Path directory;

    private static NettyServerBuilder server() {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private TestGateway gateway(int port, String grpc, String more) throws Exception {
        return TestGateway.start(directory.resolve("data"), """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin:
                targets: [{address: "127.0.0.1:%d"}]
                protocol: http2
                health: {active: {grpc: %s, interval: 100ms, unhealthyAfter: 1, healthyAfter: 1}}%s
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(port, grpc, more));
    }

    private static JsonNode await(TestGateway gateway, String health) throws Exception {
        JsonNode target = gateway.get("/status").at("/upstreams/0/targets/0");
        while (!target.path("health").asText().equals(health)) {
            target = gateway.get("/status").at("/upstreams/0/targets/0");
        }
        return target;
    }

    @Test
    void a_target_is_up_as_long_as_its_service_says_that_it_serves() throws Exception {
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus("shop.Catalog", ServingStatus.SERVING);
        Server server = server().addService(health.getHealthService()).build().start();
        try (TestGateway gateway = gateway(server.getPort(), "{service: shop.Catalog}", "")) {
            await(gateway, "up");
            health.setStatus("shop.Catalog", ServingStatus.NOT_SERVING);
            assertThat(await(gateway, "down").path("reason").asText()).isEqualTo("probes fail: NOT_SERVING");
            health.setStatus("shop.Catalog", ServingStatus.SERVING);
            await(gateway, "up");
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_target_that_speaks_tls_is_asked_in_tls() throws Exception {
        Pki pki = new Pki();
        X509Bundle own = pki.issue(Pki.certificate("CN=target", "target.inside"));
        Path chain = Files.writeString(directory.resolve("own.crt"), own.getCertificatePathPEM());
        Path key = Files.writeString(directory.resolve("own.key"), own.getPrivateKeyPEM());
        Server server = server().sslContext(
                        GrpcSslContexts.forServer(chain.toFile(), key.toFile()).build())
                .addService(new HealthStatusManager().getHealthService())
                .build()
                .start();
        Path authority = Files.writeString(directory.resolve("authority.pem"), pki.authority());
        try (TestGateway gateway = gateway(
                server.getPort(),
                "{}",
                "\n    tls: {authorities: {file: \"" + authority + "\"}, serverName: target.inside}")) {
            await(gateway, "up");
        } finally {
            server.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{service: shop.Nothing}, true, probes fail: it knows no service shop.Nothing",
        "{}, false, probes fail: it has no grpc.health.v1.Health"
    })
    void what_keeps_a_target_from_being_up_is_said(String grpc, boolean served, String reason) throws Exception {
        NettyServerBuilder builder = server();
        if (served) {
            builder.addService(new HealthStatusManager().getHealthService());
        }
        Server server = builder.build().start();
        try (TestGateway gateway = gateway(server.getPort(), grpc, "")) {
            assertThat(await(gateway, "down").path("reason").asText()).isEqualTo(reason);
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_target_that_speaks_no_http2_is_down() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try (TestGateway gateway = gateway(server.getAddress().getPort(), "{}", "")) {
            assertThat(await(gateway, "down").path("reason").asText()).startsWith("probes fail: ");
        } finally {
            server.stop(0);
        }
    }
}
