package dev.gatehouse.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    @Test
    void a_gateway_s_admin_api_passes_every_step_and_a_wrong_token_is_told_apart() throws Exception {
        GatewayOptions options =
                GatewayOptions.in(folder.resolve("data")).embedded().withAdmin(new InetSocketAddress(HERE, 0));
        try (Gateway gateway = Gateway.start(options)) {
            URI address =
                    URI.create("http://127.0.0.1:" + gateway.adminAddress().getPort());
            Probe probe = new Probe(address, gateway.token(), Trust.SYSTEM);
            assertThat(probe.resolve()).isEqualTo("127.0.0.1");
            assertThat(probe.reach()).startsWith("connected in ");
            assertThat(probe.certificate()).isEqualTo("no TLS, on this machine only");
            assertThat(probe.answer()).isEqualTo("it lives");
            assertThat(probe.token()).isEqualTo("accepted");
            assertThat(probe.version()).isEqualTo("Gatehouse " + Gateway.VERSION + ", revision 1");
            Probe stranger = new Probe(address, "wrong", Trust.SYSTEM);
            assertThatExceptionOfType(ProbeFailed.class)
                    .isThrownBy(stranger::token)
                    .withMessageContaining("refused the token, with status 401")
                    .satisfies(failed -> assertThat(failed.wayOut()).contains("admin.token"));
            // The port for clients is no Admin API.
            int listener = gateway.listeners().values().iterator().next().getPort();
            Probe wrongPort = new Probe(URI.create("http://127.0.0.1:" + listener), gateway.token(), Trust.SYSTEM);
            assertThatExceptionOfType(ProbeFailed.class)
                    .isThrownBy(wrongPort::answer)
                    .withMessageContaining("Something else answers here");
        }
    }

    @Test
    void nobody_there_and_no_such_host_are_told_apart() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            free = socket.getLocalPort();
        }
        assertThatExceptionOfType(ProbeFailed.class)
                .isThrownBy(new Probe(URI.create("http://127.0.0.1:" + free), "t", Trust.SYSTEM)::reach)
                .withMessage("Nothing listens on port " + free + ".");
        assertThatExceptionOfType(ProbeFailed.class)
                .isThrownBy(new Probe(URI.create("http://nowhere.invalid:8001"), "t", Trust.SYSTEM)::resolve)
                .withMessage("No address is known for nowhere.invalid.");
    }

    @Test
    void a_certificate_is_asked_about_once_and_another_one_is_refused_with_both_fingerprints() throws Exception {
        HttpServer first = secure("first");
        String pin;
        try {
            CertificateRefused asked = refused(new Probe(address(first), "t", Trust.SYSTEM));
            assertThat(asked.pinned()).isNull();
            assertThat(asked.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(asked.about()).contains("CN=first");
            pin = asked.fingerprint();
            Probe accepted = new Probe(address(first), "t", Trust.pinned(pin));
            assertThat(accepted.certificate()).isEqualTo("the accepted one");
            assertThat(accepted.answer()).isEqualTo("it lives");
            try (AdminClient client = new AdminClient(address(first), "t", Trust.pinned(pin))) {
                assertThat(client.get("/status").path("version").asText()).isEqualTo("9");
            }
        } finally {
            first.stop(0);
        }
        HttpServer second = secure("second");
        try {
            CertificateRefused other = refused(new Probe(address(second), "t", Trust.pinned(pin)));
            assertThat(other.pinned()).isEqualTo(pin);
            assertThat(other.fingerprint()).isNotEqualTo(pin);
            try (AdminClient client = new AdminClient(address(second), "t", Trust.pinned(pin))) {
                assertThatExceptionOfType(AdminFailed.class)
                        .isThrownBy(() -> client.get("/status"))
                        .withMessageContaining(pin)
                        .withMessageContaining(other.fingerprint());
            }
        } finally {
            second.stop(0);
        }
    }

    private static CertificateRefused refused(Probe probe) {
        try {
            probe.certificate();
        } catch (CertificateRefused e) {
            return e;
        } catch (ProbeFailed e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the certificate was believed");
    }

    private static URI address(HttpServer server) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpServer secure(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-alias",
                        "gateway",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/health/live", exchange -> answer(exchange, "{\"status\":\"live\"}"));
        server.createContext("/admin/v1/status", exchange -> answer(exchange, "{\"version\":\"9\"}"));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
