package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.Pki;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.Contexts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Where BoringSSL does not load, the JDK encrypts: a process of its own in which Netty is told that there is none. */
class JdkTlsTest {
    /** What is run in that process. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] args) throws Exception {
            assertThat(Contexts.isNative()).isFalse();
            Pki pki = new Pki();
            pki.put("shop", "localhost", "127.0.0.1");
            String certificates = "certificates: {" + Pki.yaml("shop") + "}\n";
            try (RunningGateway target = RunningGateway.with(pki, certificates + """
                listeners:
                  public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop], clients: required,
                    clientAuthorities: {secret: authority}}}
                routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
                """);
                    RunningGateway gateway = RunningGateway.with(pki, certificates + """
                        listeners: {public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}}
                        upstreams:
                          good:
                            targets: [{address: "127.0.0.1:%1$d"}]
                            tls: {authorities: {secret: authority}, certificate: shop}
                            protocol: auto
                          strange:
                            targets: [{address: "127.0.0.1:%1$d"}]
                            tls: {certificate: shop}
                        routes:
                          good: {match: {path: /good}, forward: {upstream: good}}
                          strange: {match: {path: /strange}, forward: {upstream: strange}}
                        """.formatted(target.port()))) {
                speaksHttp2(pki, gateway);
                assertThat(target.ended().protocol()).isEqualTo("HTTP/2.0");
                speaksHttp1(pki, gateway);
                assertThatThrownBy(() -> new RawClient(pki.connect(target.port(), "127.0.0.1", null)).answer())
                        .as("no certificate of the client's")
                        .isInstanceOf(IOException.class);
            }
            System.out.println("all well");
        }

        private static void speaksHttp2(Pki pki, RunningGateway gateway) throws Exception {
            try (HttpClient client =
                    HttpClient.newBuilder().sslContext(pki.context(null)).build()) {
                URI url = URI.create("https://localhost:" + gateway.port() + "/good");
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.body()).isEqualTo("hello");
                gateway.ended();
            }
        }

        private static void speaksHttp1(Pki pki, RunningGateway gateway) throws Exception {
            try (SSLSocket socket = pki.connect(gateway.port(), "localhost", null)) {
                RawClient client = new RawClient(socket);
                client.send("GET /good HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("hello");
                gateway.ended();
                client.send("GET /strange HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(502);
                RunningGateway.Ended ended = gateway.ended();
                assertThat(ended.fault()).isEqualTo(Fault.TLS_FAILED);
                assertThat(ended.detail()).contains("unknown authority");
            }
        }
    }

    @Test
    void tls_of_both_sides_works_without_boringssl() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dio.netty.handler.ssl.noOpenSsl=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("all well");
    }
}
