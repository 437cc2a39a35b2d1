package dev.gatehouse.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.Pki;
import dev.gatehouse.engine.fault.Fault;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the gateway speaks TLS to targets, and what it says when it cannot. */
class TlsUpstreamTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private Pki pki;

    @BeforeEach
    void issue() throws Exception {
        pki = new Pki();
    }

    private static Origin origin(SSLContext context, boolean clients, Origin.Script script) throws Exception {
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(clients);
        return Origin.at(socket, script);
    }

    private static Origin answering(SSLContext context) throws Exception {
        return origin(context, false, connection -> {
            while (!connection.head().isEmpty()) {
                connection.send(OK);
            }
        });
    }

    private RunningGateway before(Origin origin, String tls) {
        return RunningGateway.with(pki, to(origin, tls));
    }

    private static String to(Origin origin, String tls) {
        return RunningGateway.forwardingTo(origin.port(), "tls: {%s}".formatted(tls));
    }

    private X509Bundle serving(String... hosts) throws Exception {
        return pki.issue(Pki.certificate("CN=target", hosts));
    }

    private static void refused(RunningGateway gateway, Fault fault, String detail) throws Exception {
        assertThat(gateway.get("/").status()).isEqualTo(fault.status());
        RunningGateway.Ended ended = gateway.ended();
        assertThat(ended.fault()).isEqualTo(fault);
        assertThat(ended.detail()).contains(detail);
        assertThat(gateway.inUse()).isZero();
    }

    @Test
    void a_target_of_the_own_authority_is_reached_and_its_connection_kept() throws Exception {
        try (Origin origin = answering(pki.context(serving("127.0.0.1")));
                RunningGateway gateway = before(origin, "authorities: {secret: authority}");
                RawClient client = gateway.connect()) {
            client.send(GET);
            assertThat(client.answer().body()).isEqualTo("ok");
            client.send(GET);
            assertThat(client.answer().body()).isEqualTo("ok");
            assertThat(origin.connections()).as("one connection for both").isEqualTo(1);
        }
    }

    @Test
    void a_target_of_an_unknown_authority_is_refused_and_the_record_says_so() throws Exception {
        try (Origin origin = answering(pki.context(serving("127.0.0.1")));
                RunningGateway gateway = before(origin, "")) {
            refused(gateway, Fault.TLS_FAILED, "unknown authority");
        }
    }

    @Test
    void a_target_with_a_certificate_for_another_name_is_refused() throws Exception {
        try (Origin origin = answering(pki.context(serving("other.example")));
                RunningGateway gateway = before(origin, "authorities: {secret: authority}")) {
            refused(gateway, Fault.TLS_FAILED, "is not for 127.0.0.1");
        }
    }

    @Test
    void the_server_name_says_what_the_certificate_must_be_for() throws Exception {
        try (Origin origin = answering(pki.context(serving("catalog.inside")));
                RunningGateway gateway =
                        before(origin, "authorities: {secret: authority}, serverName: catalog.inside")) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
        }
    }

    @Test
    void an_expired_target_is_refused() throws Exception {
        X509Bundle old = pki.issue(Pki.certificate("CN=target", "127.0.0.1")
                .notBefore(Instant.now().minus(Duration.ofDays(20)))
                .notAfter(Instant.now().minus(Duration.ofDays(10))));
        try (Origin origin = answering(pki.context(old));
                RunningGateway gateway = before(origin, "authorities: {secret: authority}")) {
            refused(gateway, Fault.TLS_FAILED, "expired");
        }
    }

    @Test
    void without_verification_any_target_is_reached() throws Exception {
        try (Origin origin = answering(pki.context(serving("other.example")));
                RunningGateway gateway = before(origin, "verify: false")) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
        }
    }

    @Test
    void a_target_that_asks_for_a_certificate_gets_the_upstreams() throws Exception {
        pki.put("gateway");
        try (Origin origin = origin(pki.context(serving("127.0.0.1")), true, connection -> {
                    connection.head();
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.with(
                        pki,
                        to(origin, "authorities: {secret: authority}, certificate: gateway") + "certificates: {"
                                + Pki.yaml("gateway") + "}\n")) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
        }
    }

    @Test
    void a_target_that_asks_for_a_certificate_in_vain_is_told_of() throws Exception {
        try (Origin origin = origin(pki.context(serving("127.0.0.1")), true, connection -> {
                    connection.head();
                    connection.send(OK);
                });
                RunningGateway gateway = before(origin, "authorities: {secret: authority}")) {
            refused(gateway, Fault.TLS_FAILED, "client certificate");
        }
    }

    @Test
    void a_target_that_speaks_plain_text_is_told_of() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.read(5);
                    connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                });
                RunningGateway gateway = before(origin, "")) {
            refused(gateway, Fault.TLS_FAILED, "does not speak TLS");
        }
    }

    @Test
    void a_target_that_leaves_in_the_handshake_is_told_of() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.read(5);
                    connection.reset();
                });
                RunningGateway gateway = before(origin, "")) {
            refused(gateway, Fault.TLS_FAILED, "during the handshake");
        }
    }

    @Test
    void a_target_that_does_not_answer_the_handshake_times_out() throws Exception {
        try (Origin origin = Origin.that(connection -> connection.read(1_000_000));
                RunningGateway gateway = RunningGateway.with(
                        pki, RunningGateway.forwardingTo(origin.port(), "tls: {}, timeouts: {connect: 100ms}"))) {
            refused(gateway, Fault.CONNECT_TIMEOUT, "TLS handshake");
        }
    }

    @Test
    void a_changed_authority_holds_for_the_next_request() throws Exception {
        try (Origin origin = answering(pki.context(serving("127.0.0.1")));
                RunningGateway gateway = before(origin, "authorities: {secret: authority}")) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
            gateway.ended();
            gateway.apply(to(origin, ""));
            refused(gateway, Fault.TLS_FAILED, "unknown authority");
        }
    }

    @Test
    void an_answer_that_ends_without_the_end_of_the_tls_session_is_cut_off() throws Exception {
        SSLContext context = pki.context(serving("127.0.0.1"));
        try (Origin origin = Origin.that(connection -> {
                    SSLSocket tls =
                            (SSLSocket) context.getSocketFactory().createSocket(connection.socket(), null, -1, false);
                    tls.setUseClientMode(false);
                    assertThat(tls.getInputStream().read()).isPositive();
                    byte[] half = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhalf of it".getBytes(UTF_8);
                    tls.getOutputStream().write(half);
                    connection.socket().close();
                });
                RunningGateway gateway = before(origin, "authorities: {secret: authority}")) {
            assertThat(gateway.get("/").ending()).isNotEqualTo(RawClient.Ending.WHOLE);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
        }
    }
}
