package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.engine.Pki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients that people really use, over each protocol, through the gateway to the JDK's own server. */
class PeersTest {
    private static final byte[] LARGE = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Pki pki;
    private HttpServer target;
    private RunningGateway gateway;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        pki = new Pki();
        pki.put("shop", "localhost");
        Files.writeString(folder.resolve("authority.pem"), pki.authority());
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.setExecutor(threads);
        target.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("x-method", exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway = RunningGateway.with(
                pki, """
                    listeners:
                      public: {address: 127.0.0.1, port: 0}
                      secure: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}
                    certificates: {%s}
                    upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]}}
                    routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                    """.formatted(Pki.yaml("shop"), target.getAddress().getPort()));
        target.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        target.stop(0);
        threads.shutdownNow();
    }

    private String url(boolean tls) {
        return tls
                ? "https://localhost:" + gateway.port("secure") + "/echo"
                : "http://127.0.0.1:" + gateway.port("public") + "/echo";
    }

    @ParameterizedTest(name = "{0}, TLS: {1}")
    @CsvSource({"HTTP_1_1, false", "HTTP_1_1, true", "HTTP_2, true", "HTTP_2, false"})
    void the_jdk_s_client(HttpClient.Version version, boolean tls) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(pki.context(null))
                .build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url(tls)))
                            .POST(BodyPublishers.ofByteArray(LARGE))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(LARGE);
            boolean upgrades = version == HttpClient.Version.HTTP_2 && !tls; // RFC 9113 has no upgrade any more
            assertThat(answer.version()).isEqualTo(upgrades ? HttpClient.Version.HTTP_1_1 : version);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2", "H2_PRIOR_KNOWLEDGE"})
    void okhttp(Protocol protocol) throws Exception {
        boolean tls = protocol == Protocol.HTTP_2;
        OkHttpClient client = new OkHttpClient.Builder()
                .protocols(tls ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(protocol))
                .sslSocketFactory(pki.context(null).getSocketFactory(), trust())
                .build();
        Request request = new Request.Builder()
                .url(url(tls))
                .put(RequestBody.create(LARGE))
                .build();
        try (Response answer = client.newCall(request).execute()) {
            assertThat(answer.protocol()).isEqualTo(protocol);
            assertThat(answer.header("x-method")).isEqualTo("PUT");
            assertThat(answer.body().bytes()).isEqualTo(LARGE);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private X509TrustManager trust() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        try (var in = Files.newInputStream(folder.resolve("authority.pem"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @ParameterizedTest(name = "{0}, TLS: {1}")
    @CsvSource({
        "--http1.1, false, 1.1",
        "--http2-prior-knowledge, false, 2",
        "--http2, true, 2",
        "--http1.1, true, 1.1",
        "--http2, false, 1.1"
    })
    void curl(String option, boolean tls, String version) throws Exception {
        Path sent = Files.write(folder.resolve("sent"), LARGE);
        Path got = folder.resolve("got");
        String said = run(
                "",
                "curl",
                "-sS",
                option,
                "--cacert",
                folder.resolve("authority.pem").toString(),
                "--data-binary",
                "@" + sent,
                "-o",
                got.toString(),
                "-w",
                "%{http_code} %{http_version}",
                url(tls));
        assertThat(said.strip()).isEqualTo("200 " + version);
        assertThat(Files.readAllBytes(got)).isEqualTo(LARGE);
    }

    @Test
    void openssl() throws Exception {
        String said = run(
                "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + gateway.port("secure"),
                "-servername",
                "localhost",
                "-verify_hostname",
                "localhost",
                "-CAfile",
                folder.resolve("authority.pem").toString(),
                "-verify_return_error",
                "-alpn",
                "http/1.1",
                "-ign_eof");
        assertThat(said)
                .contains("Verify return code: 0 (ok)", "ALPN protocol: http/1.1", "TLSv1.3", "HTTP/1.1 200 OK");
        String refused = run(
                "",
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + gateway.port("secure"),
                "-tls1_1",
                "-cipher",
                "DEFAULT@SECLEVEL=0");
        assertThat(refused).contains("alert protocol version");
    }

    /** Runs a program that reads this input; skipped where it is not installed. */
    private static String run(String input, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed");
            return "";
        }
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
