package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.Pki;
import dev.gatehouse.engine.fault.Fault;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of an https listener see. */
class TlsListenerTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: shop.example\r\n\r\n";

    private Pki pki;

    @BeforeEach
    void issue() throws Exception {
        pki = new Pki();
        pki.put("shop", "shop.example");
    }

    private static String listening(String tls, String certificates) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0, tls: {%s}}}
            certificates: {%s}
            routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hi}}}}
            """.formatted(tls, certificates);
    }

    private RunningGateway shop(String tls) {
        return RunningGateway.with(pki, listening("certificates: [shop]" + tls, Pki.yaml("shop")));
    }

    private static RawClient.Answer get(SSLSocket socket) throws IOException {
        RawClient client = new RawClient(socket);
        client.send(GET);
        return client.answer();
    }

    private static String shown(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void a_client_that_believes_the_authority_is_answered() throws Exception {
        try (RunningGateway gateway = shop("");
                SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
            assertThat(get(socket).body()).isEqualTo("hi");
            assertThat(get(socket).status()).as("on the kept connection").isEqualTo(200);
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void a_client_that_can_speak_http2_does() throws Exception {
        try (RunningGateway gateway = shop("");
                HttpClient client =
                        HttpClient.newBuilder().sslContext(pki.context(null)).build()) {
            pki.put("shop", "localhost");
            gateway.apply(listening("certificates: [shop]", Pki.yaml("shop")));
            URI url = URI.create("https://localhost:" + gateway.port() + "/hello");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("hi");
        }
    }

    @Test
    void the_target_is_told_that_the_client_came_by_https() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RunningGateway gateway = RunningGateway.with(pki, """
                    listeners: {public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}}
                    certificates: {%s}
                    upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]}}
                    routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                    """.formatted(Pki.yaml("shop"), origin.port()));
                SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
            assertThat(get(socket).status()).isEqualTo(200);
            assertThat(origin.nextHead())
                    .containsIgnoringCase("x-forwarded-proto: https")
                    .contains("proto=https");
        }
    }

    @Test
    void the_name_that_the_client_asks_for_chooses_the_certificate() throws Exception {
        pki.put("docs", "docs.example");
        pki.put("rest", "*.example.org");
        pki.put("other", "other.test", "127.0.0.1");
        String all = String.join(", ", Pki.yaml("other"), Pki.yaml("shop"), Pki.yaml("docs"), Pki.yaml("rest"));
        try (RunningGateway gateway =
                RunningGateway.with(pki, listening("certificates: [other, rest, shop, docs]", all))) {
            try (SSLSocket socket = pki.connect(gateway.port(), "docs.example", null)) {
                assertThat(shown(socket)).as("exactly").isEqualTo("CN=docs");
            }
            try (SSLSocket socket = pki.connect(gateway.port(), "Any.Example.org", null)) {
                assertThat(shown(socket)).as("by wildcard").isEqualTo("CN=rest");
            }
            try (SSLSocket socket = pki.connect(gateway.port(), "127.0.0.1", null)) {
                assertThat(shown(socket)).as("without a name").isEqualTo("CN=other");
            }
            assertThatThrownBy(() -> pki.connect(gateway.port(), "deep.any.example.org", null))
                    .as("a wildcard is for one label; the first certificate is not for the name")
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void a_new_certificate_is_served_without_touching_open_connections() throws Exception {
        try (RunningGateway gateway = shop("");
                SSLSocket before = pki.connect(gateway.port(), "shop.example", null)) {
            int port = gateway.port();
            assertThat(get(before).status()).isEqualTo(200);
            pki.put("shop", pki.issue(Pki.certificate("CN=shop anew", "shop.example")));
            gateway.apply(listening("certificates: [shop]", Pki.yaml("shop")));
            assertThat(gateway.port()).as("the socket stays").isEqualTo(port);
            try (SSLSocket after = pki.connect(port, "shop.example", null)) {
                assertThat(shown(after)).isEqualTo("CN=shop anew");
                assertThat(get(after).status()).isEqualTo(200);
            }
            assertThat(get(before).status()).as("on the connection from before").isEqualTo(200);
        }
    }

    @Test
    void plain_http_is_told_to_come_by_https() throws Exception {
        try (RunningGateway gateway = shop("")) {
            RawClient.Answer answer = gateway.send(GET);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("https-required");
            assertThat(gateway.ended().fault()).isEqualTo(Fault.HTTPS_REQUIRED);
        }
    }

    @Test
    void a_connection_from_before_the_listener_spoke_tls_is_not_served_in_plain_text_any_more() throws Exception {
        String plain = """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hi}}}}
            """;
        try (RunningGateway gateway = RunningGateway.with(pki, plain);
                RawClient client = gateway.connect()) {
            client.send(GET);
            assertThat(client.answer().status()).isEqualTo(200);
            gateway.apply(listening("certificates: [shop]", Pki.yaml("shop")));
            client.send(GET);
            assertThat(client.answer().status()).isEqualTo(400);
            try (SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
                assertThat(get(socket).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_client_without_a_certificate_is_refused_where_one_is_required() throws Exception {
        X509Bundle till = pki.issue(Pki.certificate("CN=till 7,O=Example").addSanUriName("spiffe://example/till/7"));
        X509Bundle stranger = new Pki().issue(Pki.certificate("CN=stranger"));
        try (RunningGateway gateway = shop(", clients: required, clientAuthorities: {secret: authority}")) {
            try (SSLSocket socket = pki.connect(gateway.port(), "shop.example", till)) {
                assertThat(get(socket).status()).isEqualTo(200);
            }
            assertThatThrownBy(() -> get(pki.connect(gateway.port(), "shop.example", null)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(pki.connect(gateway.port(), "shop.example", stranger)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void routes_can_ask_who_the_client_has_proved_to_be() throws Exception {
        X509Bundle till = pki.issue(Pki.certificate("CN=till 7,O=Example").addSanUriName("spiffe://example/till/7"));
        try (RunningGateway gateway = RunningGateway.with(pki, """
            listeners:
              public:
                address: 127.0.0.1
                port: 0
                tls: {certificates: [shop], clients: optional, clientAuthorities: {secret: authority}}
            certificates: {%s}
            routes:
              tills:
                match: {when: "'spiffe://example/till/7' in request.clientCertificate.names"}
                forward: {respond: {status: 200, body: till}}
              named:
                match: {path: /hello, when: "request.clientCertificate.subject.startsWith('CN=till')"}
                forward: {respond: {status: 200, body: named}}
              others: {match: {path: /**}, forward: {respond: {status: 200, body: others}}}
            """.formatted(Pki.yaml("shop")))) {
            try (SSLSocket socket = pki.connect(gateway.port(), "shop.example", till)) {
                assertThat(get(socket).body()).isEqualTo("named");
            }
            try (SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
                assertThat(get(socket).body()).isEqualTo("others");
            }
        }
    }

    @ParameterizedTest(name = "TLS 1.{0} where the least is {1}")
    @CsvSource({"0, tls1.2", "1, tls1.2", "0, tls1.3", "1, tls1.3", "2, tls1.3"})
    void an_old_version_is_refused(int version, String minimum) throws Exception {
        try (RunningGateway gateway = shop(", minimum: " + minimum);
                RawClient client = gateway.connect()) {
            client.send(hello(version));
            byte[] alert = client.socket().getInputStream().readNBytes(7);
            assertThat(alert).hasSize(7).startsWith(21, 3).endsWith(2, 70); // fatal: protocol_version
            assertThat(client.isClosedByGateway()).isTrue();
        }
    }

    /** What a client says that can speak TLS up to 1.0, 1.1 or 1.2, and no later one. */
    private static byte[] hello(int version) {
        byte[] said = ByteBuffer.allocate(59)
                .put(new byte[] {3, (byte) (version + 1)})
                .put(new byte[33]) // random, and no session
                .put(new byte[] {0, 4, (byte) 0xc0, 0x13, 0, 0x2f}) // ECDHE-RSA-AES128-SHA, AES128-SHA
                .put(new byte[] {1, 0}) // no compression
                .put(new byte[] {0, 14, 0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0}) // P-256, uncompressed
                .array();
        return ByteBuffer.allocate(9 + said.length)
                .put(new byte[] {22, 3, 1, 0, (byte) (said.length + 4), 1, 0, 0, (byte) said.length})
                .put(said)
                .array();
    }

    @Test
    void a_client_that_does_not_finish_its_handshake_is_let_go() throws Exception {
        try (RunningGateway gateway = shop(", handshakeTime: 100ms");
                RawClient silent = gateway.connect();
                RawClient slow = gateway.connect()) {
            slow.send(new byte[] {22, 3, 1, 2, 0, 1});
            assertThat(silent.isClosedByGateway()).isTrue();
            assertThat(slow.isClosedByGateway()).isTrue();
        }
    }

    @Test
    void browsers_are_told_to_come_by_https_only_where_the_listener_says_so() throws Exception {
        try (RunningGateway gateway = shop(", hsts: {maxAge: 30d, includeSubdomains: true}");
                SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
            assertThat(get(socket).header("strict-transport-security")).isEqualTo("max-age=2592000; includeSubDomains");
        }
        try (RunningGateway gateway = shop("");
                SSLSocket socket = pki.connect(gateway.port(), "shop.example", null)) {
            assertThat(get(socket).header("strict-transport-security")).isNull();
        }
    }
}
