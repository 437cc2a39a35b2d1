package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates in files over time: renewed under a running gateway, expired when it starts again. */
class CertificateFilesTest {
    @TempDir
    private Path directory;

    private Pki pki;
    private String config;

    @BeforeEach
    void write() throws Exception {
        pki = new Pki();
        config = """
            gatehouse: 1
            listeners: {public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}}
            certificates: {%s}
            routes: {hello: {match: {path: /hello}, forward: {respond: {body: hi}}}}
            """.formatted(pki.file(directory, "shop", "shop.example"));
    }

    private void replace(X509Bundle issued) throws Exception {
        Files.writeString(directory.resolve("shop.crt"), issued.getCertificatePathPEM());
        Files.writeString(directory.resolve("shop.key"), issued.getPrivateKeyPEM());
    }

    /** Whose certificate the listener shows, good or not. */
    private static String shown(Gateway gateway) throws Exception {
        int port = Objects.requireNonNull(gateway.listeners().get("public")).getPort();
        SSLContext credulous = SSLContext.getInstance("TLS");
        credulous.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        try (SSLSocket socket =
                (SSLSocket) credulous.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    @Test
    void a_file_that_has_changed_is_noticed_by_looking_now_and_then() throws Exception {
        GatewayOptions options =
                TestGateway.options(directory.resolve("data"), config).withRenewal(Duration.ofMillis(20));
        try (Gateway gateway = Gateway.start(options)) {
            assertThat(shown(gateway)).isEqualTo("CN=shop");
            replace(pki.issue(Pki.certificate("CN=renewed", "shop.example")));
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!shown(gateway).equals("CN=renewed") && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            assertThat(shown(gateway)).isEqualTo("CN=renewed");
            assertThat(gateway.revision()).as("no revision of its own").isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "with --config: {0}")
    @ValueSource(booleans = {false, true})
    void a_gateway_starts_again_though_its_certificate_has_expired_meanwhile(boolean given) throws Exception {
        Path data = directory.resolve("data");
        Gateway.start(TestGateway.options(data, config)).close();
        replace(pki.issue(Pki.certificate("CN=expired", "shop.example")
                .notBefore(Instant.now().minus(Duration.ofDays(20)))
                .notAfter(Instant.now().minus(Duration.ofDays(1)))));
        try (Gateway again = Gateway.start(TestGateway.options(data, given ? config : null))) {
            assertThat(again.revision()).isEqualTo(1);
            assertThat(shown(again)).isEqualTo("CN=expired");
        }
    }
}
