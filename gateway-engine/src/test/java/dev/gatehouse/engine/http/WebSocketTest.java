package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import io.javalin.Javalin;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket.Listener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets: a checked handshake, then bytes both ways, whatever they are. */
class WebSocketTest {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String ASK = "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n";

    private static String accepting(String head) {
        String key = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key: "))
                .findFirst()
                .orElseThrow()
                .substring("sec-websocket-key: ".length());
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: " + WebSocket.accept(key) + "\r\nSec-WebSocket-Protocol: chat\r\n\r\n";
    }

    /** An origin that accepts and sends every byte back, and says goodbye when the client has ended. */
    private static Origin echoing() throws Exception {
        return Origin.that(connection -> {
            connection.send(accepting(connection.head()));
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
    void bytes_pass_both_ways_after_the_handshake_and_the_end_is_passed_on() throws Exception {
        try (Origin origin = echoing();
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.header("sec-websocket-accept")).isEqualTo(WebSocket.accept(KEY));
            assertThat(answer.header("sec-websocket-protocol")).isEqualTo("chat");
            assertThat(answer.header("upgrade")).isEqualToIgnoringCase("websocket");
            assertThat(answer.header("connection")).isEqualToIgnoringCase("upgrade");
            assertThat(origin.nextHead()).containsIgnoringCase("\r\nupgrade: websocket\r\n");
            client.send("GET / HTTP/1.1\r\n\r\n"); // not read as HTTP
            reads(client, "GET / HTTP/1.1\r\n\r\n");
            assertThat(gateway.inUse()).isEqualTo(2); // a permit and a request at its target
            client.socket().shutdownOutput();
            reads(client, "bye");
            assertThat(client.isClosedByGateway()).isTrue();
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.status()).isEqualTo(101);
            assertThat(ended.fault()).isNull();
            assertThat(ended.requestBytes()).isEqualTo(18);
            assertThat(ended.responseBytes()).isEqualTo(21);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void what_the_target_sends_with_its_answer_is_not_lost() throws Exception {
        try (Origin origin = Origin.that(connection -> connection.send(accepting(connection.head()) + "at once"));
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            assertThat(client.answer().status()).isEqualTo(101);
            reads(client, "at once");
            assertThat(client.isClosedByGateway()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a wrong accept, Connection: Upgrade, Upgrade: websocket, Sec-WebSocket-Accept: AAAA",
        "no upgrade, Connection: Upgrade, X: y, Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "another upgrade, Connection: Upgrade, Upgrade: h2c, Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "no connection, X: y, Upgrade: websocket, Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    })
    void a_switch_that_does_not_answer_the_question_is_a_502(String name, String a, String b, String c)
            throws Exception {
        try (Origin origin = Origin.answeringOnce(
                        "HTTP/1.1 101 Switching Protocols\r\n" + a + "\r\n" + b + "\r\n" + c + "\r\n\r\nraw");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send(ASK);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).doesNotContain("raw");
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_INVALID);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_refuses_is_heard() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 2; i++) {
                client.send(ASK);
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo("no");
            }
        }
    }

    @Test
    void another_version_is_told_which_one_there_is() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n");
            assertThat(answer.status()).isEqualTo(426);
            assertThat(answer.header("sec-websocket-version")).isEqualTo("13");
            assertThat(answer.header("upgrade")).isEqualTo("websocket");
            assertThat(answer.body()).contains("\"code\":\"websocket-version\"");
            assertThat(origin.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Version: 13\r\n",
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n",
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nContent-Length: 3\r\n"
            })
    void a_bad_handshake_never_reaches_the_target(String headers) throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + headers + "\r\n");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(origin.connections()).isZero();
        }
    }

    @Test
    void other_upgrades_are_answered_in_http_1() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer =
                    gateway.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(origin.nextHead()).doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void a_silent_tunnel_is_closed_in_time_and_is_no_fault() throws Exception {
        try (Origin origin = echoing();
                RunningGateway gateway =
                        RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "timeouts: {idle: 300ms}"));
                RawClient client = gateway.connect()) {
            client.send(ASK);
            client.answer();
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(gateway.ended().fault()).isNull();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_breaks_off_breaks_off_the_client() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.send(accepting(connection.head()));
                    connection.socket().getInputStream().read();
                    connection.reset();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            client.answer();
            client.send(".");
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(gateway.ended().status()).isEqualTo(101);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_that_breaks_off_frees_its_target() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.send(accepting(connection.head()));
                    if (connection.isClosedByGateway()) {
                        closed.countDown();
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            client.answer();
            client.reset();
            closed.await();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.CLIENT_GONE);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void who_does_not_read_is_not_sent_more_than_fits() throws Exception {
        int size = 64 * 1024 * 1024;
        CompletableFuture<Integer> sent = new CompletableFuture<>();
        try (Origin origin = Origin.that(connection -> {
                    connection.send(accepting(connection.head()));
                    byte[] megabyte = new byte[1024 * 1024];
                    for (int i = 0; i < size; i += megabyte.length) {
                        connection.socket().getOutputStream().write(megabyte);
                    }
                    sent.complete(size);
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            client.answer();
            assertThat(sent.completeOnTimeout(0, 500, TimeUnit.MILLISECONDS).get())
                    .as("the target waits")
                    .isZero();
            assertThat(client.socket().getInputStream().readNBytes(size)).hasSize(size);
        }
    }

    @Test
    void a_tunnel_goes_on_while_the_gateway_drains_until_the_deadline() throws Exception {
        try (Origin origin = echoing();
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(ASK);
            client.answer();
            CompletableFuture<Integer> cut =
                    CompletableFuture.supplyAsync(() -> gateway.dataPath().close(Duration.ofSeconds(1)));
            client.send("still here");
            reads(client, "still here");
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(cut.get()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_of_http_2_becomes_a_tunnel_too() throws Exception {
        try (Origin origin = echoing();
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            RawHttp2.Frame settings = client.next(RawHttp2.SETTINGS);
            assertThat(settings.payload()).containsSequence(0, 8, 0, 0, 0, 1);
            tunnel(client);
            Http2Headers head = client.fields(client.next(RawHttp2.HEADERS));
            assertThat(head.status()).hasToString("200");
            assertThat(head.get("sec-websocket-protocol")).hasToString("chat");
            assertThat(head.contains("sec-websocket-accept")).isFalse();
            assertThat(origin.nextHead()).startsWith("GET /chat HTTP/1.1\r\n");
            for (int i = 0; i < 3; i++) {
                client.send(RawHttp2.DATA, 0, 1, (byte) 'x');
                assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("x");
            }
            client.send(RawHttp2.DATA, RawHttp2.END_STREAM, 1);
            String rest = "";
            RawHttp2.Frame last;
            do {
                last = client.next(RawHttp2.DATA);
                rest += last.text();
            } while (!last.endsStream());
            assertThat(rest).isEqualTo("bye");
            assertThat(gateway.ended().fault()).isNull();
        }
    }

    private static void tunnel(RawHttp2 client) throws Exception {
        client.send(
                RawHttp2.HEADERS,
                RawHttp2.END_HEADERS,
                1,
                client.block(
                        ":method",
                        "CONNECT",
                        ":protocol",
                        "websocket",
                        ":scheme",
                        "http",
                        ":authority",
                        "a",
                        ":path",
                        "/chat",
                        "sec-websocket-version",
                        "13"));
    }

    @Test
    void a_target_that_answers_200_in_place_of_a_switch_opens_no_tunnel() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            tunnel(client);
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("502");
        }
    }

    @Test
    void a_client_that_talks_before_the_answer_loses_its_stream() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            tunnel(client);
            client.send(RawHttp2.DATA, 0, 1, (byte) 'x');
            assertThat(client.next(RawHttp2.RST_STREAM).integer(0)).isEqualTo((int) Http2Error.PROTOCOL_ERROR.code());
        }
    }

    @Test
    void real_peers_talk_through_the_gateway() throws Exception {
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.ws("/echo", ws -> ws.onMessage(context -> context.send(context.message())));
                })
                .start("127.0.0.1", 0);
        try (RunningGateway gateway = RunningGateway.before(server.port());
                HttpClient http = HttpClient.newHttpClient()) {
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            CompletableFuture<Integer> closed = new CompletableFuture<>();
            java.net.http.WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/echo"), new Listener() {
                        private final StringBuilder text = new StringBuilder();

                        @Override
                        public CompletionStage<?> onText(
                                java.net.http.WebSocket from, CharSequence data, boolean last) {
                            text.append(data);
                            if (last) {
                                messages.add(text.toString());
                                text.setLength(0);
                            }
                            from.request(1);
                            return CompletableFuture.completedStage(null);
                        }

                        @Override
                        public CompletionStage<?> onClose(java.net.http.WebSocket from, int code, String reason) {
                            closed.complete(code);
                            return CompletableFuture.completedStage(null);
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            for (String message : new String[] {"one", "two", "x".repeat(60_000)}) {
                socket.sendText(message, true).get();
                assertThat(messages.poll(10, TimeUnit.SECONDS)).isEqualTo(message);
            }
            socket.sendClose(java.net.http.WebSocket.NORMAL_CLOSURE, "").get();
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
            assertThat(gateway.ended().status()).isEqualTo(101);
        } finally {
            server.stop();
        }
    }
}
