package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.RunningGateway.Ended;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** WebSockets to targets that speak HTTP/2 (RFC 8441). */
class Http2WebSocketUpstreamTest {
    private static final int ENABLE_CONNECT_PROTOCOL = 8;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String ASK = "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: chat\r\nSec-WebSocket-Key: "
            + KEY + "\r\n\r\n";

    private static RunningGateway before(int port) {
        return RunningGateway.with(RunningGateway.forwardingTo(port, "protocol: http2"));
    }

    private static Origin echoing() throws Exception {
        return Origin.that(connection -> {
            String head = connection.head();
            String key = head.lines()
                    .filter(line -> line.regionMatches(true, 0, "sec-websocket-key: ", 0, 19))
                    .findFirst()
                    .orElseThrow()
                    .substring(19);
            connection.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Accept: " + WebSocket.accept(key) + "\r\nSec-WebSocket-Protocol: chat\r\n\r\n");
            for (int b = connection.socket().getInputStream().read();
                    b >= 0;
                    b = connection.socket().getInputStream().read()) {
                connection.socket().getOutputStream().write(b);
            }
            connection.send("bye");
        });
    }

    private static void reads(RawClient client, String text) throws Exception {
        assertThat(new String(client.socket().getInputStream().readNBytes(text.length()), StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
    }

    @Test
    void a_client_of_http_1_talks_to_a_target_of_http_2_and_the_end_is_passed_on() throws Exception {
        try (Origin origin = echoing();
                RunningGateway target = RunningGateway.before(origin.port());
                RunningGateway gateway = before(target.port())) {
            for (int i = 0; i < 2; i++) {
                try (RawClient client = gateway.connect()) {
                    client.send(ASK);
                    RawClient.Answer answer = client.answer();
                    assertThat(answer.status()).isEqualTo(101);
                    assertThat(answer.header("sec-websocket-accept")).isEqualTo(WebSocket.accept(KEY));
                    assertThat(answer.header("sec-websocket-protocol")).isEqualTo("chat");
                    client.send("hello");
                    reads(client, "hello");
                    client.socket().shutdownOutput();
                    reads(client, "bye");
                    assertThat(client.isClosedByGateway()).isTrue();
                }
                assertThat(gateway.ended().fault()).isNull();
                assertThat(target.ended().protocol()).isEqualTo("HTTP/2.0");
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_of_http_2_does_too() throws Exception {
        try (Origin origin = echoing();
                RunningGateway target = RunningGateway.before(origin.port());
                RunningGateway gateway = before(target.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, false, "CONNECT", "/chat", ":protocol", "websocket", "sec-websocket-version", "13");
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("200");
            client.send(RawHttp2.DATA, 0, 1, (byte) 'x');
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("x");
            client.send(RawHttp2.DATA, RawHttp2.END_STREAM, 1);
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("bye");
            assertThat(gateway.ended().fault()).isNull();
        }
    }

    @Test
    void the_target_sees_an_extended_connect_without_what_belongs_to_http_1() throws Exception {
        LinkedBlockingQueue<Http2Headers> seen = new LinkedBlockingQueue<>();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection, ENABLE_CONNECT_PROTOCOL, 1);
                    RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                    assertThat(head.endsStream()).isFalse();
                    seen.add(target.fields(head));
                    target.respond(head.stream(), true, "403");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin.port())) {
            assertThat(gateway.send(ASK).status()).as("a refusal is heard").isEqualTo(403);
            Http2Headers head = seen.take();
            assertThat(head.method()).hasToString("CONNECT");
            assertThat(head.get(":protocol")).hasToString("websocket");
            assertThat(head.scheme()).hasToString("http");
            assertThat(head.path()).hasToString("/chat");
            assertThat(head.authority()).hasToString("a");
            assertThat(head.get("sec-websocket-version")).hasToString("13");
            assertThat(head.get("sec-websocket-protocol")).hasToString("chat");
            assertThat(head.names())
                    .extracting(CharSequence::toString)
                    .doesNotContain("sec-websocket-key", "upgrade", "connection");
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_does_not_offer_it_is_asked_in_http_1() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    String head = connection.head();
                    if (head.startsWith("PRI * HTTP/2.0")) { // each event loop asks for itself
                        connection.socket().getOutputStream().write(RawHttp2.frame(RawHttp2.SETTINGS, 0, 0));
                        connection.socket().getInputStream().readAllBytes();
                        return;
                    }
                    assertThat(head).startsWith("GET /chat HTTP/1.1\r\n");
                    connection.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Accept: " + WebSocket.accept(KEY) + "\r\n\r\nbye");
                });
                RunningGateway gateway = before(origin.port())) {
            for (int i = 0; i < 2; i++) {
                try (RawClient client = gateway.connect()) {
                    client.send(ASK);
                    assertThat(client.answer().status()).isEqualTo(101);
                    reads(client, "bye");
                }
            }
            assertThat(gateway.ended().fault()).isNull();
        }
    }

    @Test
    void a_target_that_leaves_before_it_has_said_what_it_offers_is_asked_again_and_given_up() throws Exception {
        try (Origin origin = Origin.that(Origin.Connection::head);
                RunningGateway gateway = before(origin.port())) {
            assertThat(gateway.send(ASK).status()).isEqualTo(502);
            Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.UPSTREAM_RESET);
            assertThat(ended.attempts()).isEqualTo(3);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_resets_the_stream_breaks_off_the_client() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection, ENABLE_CONNECT_PROTOCOL, 1);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    target.respond(stream, false, "200");
                    byte[] code = RawHttp2.integer((int) Http2Error.INTERNAL_ERROR.code());
                    target.send(RawHttp2.RST_STREAM, 0, stream, code);
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            assertThat(client.answer().status()).isEqualTo(101);
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_that_breaks_off_resets_the_stream() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection, ENABLE_CONNECT_PROTOCOL, 1);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    target.respond(stream, false, "200");
                    assertThat(target.next(RawHttp2.RST_STREAM).stream()).isEqualTo(stream);
                    left.countDown();
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin.port())) {
            try (RawClient client = gateway.connect()) {
                client.send(ASK);
                assertThat(client.answer().status()).isEqualTo(101);
                client.socket().setSoLinger(true, 0);
            }
            left.await();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.CLIENT_GONE);
            assertThat(gateway.inUse()).isZero();
        }
    }
}
