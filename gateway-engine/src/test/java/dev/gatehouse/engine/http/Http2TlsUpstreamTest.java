package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.Pki;
import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http2.Http2Headers;
import java.net.InetAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets behind TLS are spoken to in, as they agree. */
class Http2TlsUpstreamTest {
    private Pki pki;

    @BeforeEach
    void issue() throws Exception {
        pki = new Pki();
        pki.put("shop", "127.0.0.1");
    }

    private RunningGateway target(String more) {
        return RunningGateway.with(pki, """
            listeners: {public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}%s}}
            certificates: {%s}
            routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
            """.formatted(more, Pki.yaml("shop")));
    }

    private RunningGateway before(int port, String protocol) {
        return RunningGateway.with(
                pki,
                RunningGateway.forwardingTo(port, "tls: {authorities: {secret: authority}}, protocol: " + protocol));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({
        "auto, true, HTTP/2.0",
        "auto, false, HTTP/1.1",
        "http1, true, HTTP/1.1",
        "http1, false, HTTP/1.1",
        "http2, true, HTTP/2.0"
    })
    void it_is_what_both_can(String protocol, boolean http2, String spoken) throws Exception {
        try (RunningGateway target = target(http2 ? "" : ", http2: false");
                RunningGateway gateway = before(target.port(), protocol)) {
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.get("/").body()).isEqualTo("hello");
                assertThat(target.ended().protocol()).isEqualTo(spoken);
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_burst_before_it_is_known_is_answered_whatever_it_is() throws Exception {
        for (String http2 : new String[] {"", ", http2: false"}) {
            try (RunningGateway target = target(http2);
                    RunningGateway gateway = before(target.port(), "auto");
                    RawHttp2 client = new RawHttp2(gateway.port())) {
                for (int stream = 1; stream < 40; stream += 2) {
                    client.request(stream, true, "GET", "/");
                }
                for (int stream = 1; stream < 40; stream += 2) {
                    Http2Headers head = client.fields(client.next(RawHttp2.HEADERS));
                    assertThat(head.status()).hasToString("200");
                }
                assertThat(gateway.inUse()).isZero();
            }
        }
    }

    @Test
    void a_target_that_must_speak_http_2_and_does_not_is_refused() throws Exception {
        try (Origin origin = Origin.at(
                        pki.context(pki.issue(Pki.certificate("CN=target", "127.0.0.1")))
                                .getServerSocketFactory()
                                .createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                        connection -> connection.head());
                RunningGateway gateway = before(origin.port(), "http2")) {
            assertThat(gateway.get("/").status()).isEqualTo(502);
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.CONNECT_FAILED);
            assertThat(ended.detail()).endsWith("does not speak HTTP/2");
            assertThat(gateway.inUse()).isZero();
        }
    }
}
