package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that speak HTTP/2 in cleartext with prior knowledge, before targets that speak HTTP/1.1. */
class Http2ClientTest {
    private static final String ANSWERING = """
        listeners: {public: {address: 127.0.0.1, port: 0}}
        routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
        """;

    private static OkHttpClient http2() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    private static Request.Builder to(RunningGateway gateway, String path) {
        return new Request.Builder().url("http://127.0.0.1:" + gateway.port() + path);
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void a_stream_is_forwarded_to_an_http_1_target_with_its_body() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    String head = connection.head();
                    String body = connection.read(1_000_000);
                    connection.send("HTTP/1.1 200 OK\r\nX-Line: "
                            + head.lines().findFirst().orElse("") + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            String sent = "x".repeat(1_000_000);
            Request request = to(gateway, "/upload?a=1")
                    .post(RequestBody.create(sent, null))
                    .build();
            try (Response response = http2().newCall(request).execute()) {
                assertThat(response.protocol()).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.header("x-line")).isEqualTo("POST /upload?a=1 HTTP/1.1");
                assertThat(response.body().string()).isEqualTo(sent);
            }
            assertThat(gateway.ended().requestBytes()).isEqualTo(1_000_000);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void one_connection_carries_many_requests_at_once() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        try (Origin origin = Origin.that(connection -> {
                    String path = connection.head().split(" ", -1)[1];
                    all.countDown();
                    all.await();
                    connection.send(ok(path));
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int i = 0; i < 20; i++) {
                client.request(2 * i + 1, true, "GET", "/" + i);
            }
            List<String> bodies = new ArrayList<>();
            while (bodies.size() < 20) {
                RawHttp2.Frame data = client.next(RawHttp2.DATA);
                assertThat(data.text()).isEqualTo("/" + data.stream() / 2);
                bodies.add(data.text());
            }
            assertThat(bodies).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_jdk_s_client_is_answered_while_it_offers_an_upgrade() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("hello");
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void a_listener_without_http_2_refuses_the_preface() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, http2: false"))) {
            RawClient.Answer answer = gateway.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void a_preface_may_come_byte_by_byte() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawClient client = gateway.connect()) {
            for (byte b : "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
                client.send(new byte[] {b});
            }
            client.send(RawHttp2.frame(RawHttp2.SETTINGS, 0, 0));
            byte[] frame = new byte[9];
            assertThat(client.socket().getInputStream().readNBytes(frame, 0, 9)).isEqualTo(9);
            assertThat(frame[3]).isEqualTo((byte) RawHttp2.SETTINGS);
        }
    }

    @Test
    void a_truncated_answer_resets_the_stream() throws Exception {
        try (Origin origin = Origin.answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("abc");
            assertThat(client.next(RawHttp2.RST_STREAM).integer(0)).isEqualTo((int) Http2Error.INTERNAL_ERROR.code());
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            client.request(3, true, "GET", "/"); // the connection goes on
            assertThat(client.next(RawHttp2.RST_STREAM).stream()).isEqualTo(3);
        }
    }

    @Test
    void a_fault_is_a_problem_over_http_2_too() throws Exception {
        try (RunningGateway gateway = RunningGateway.with("listeners: {public: {address: 127.0.0.1, port: 0}}");
                Response response =
                        http2().newCall(to(gateway, "/nothing").build()).execute()) {
            assertThat(response.code()).isEqualTo(404);
            assertThat(response.body().string()).contains("route-not-found");
        }
    }

    @Test
    void a_client_that_resets_its_stream_cancels_the_exchange_and_keeps_its_connection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    if (connection.head().startsWith("GET /slow")) {
                        asked.countDown();
                        if (connection.isClosedByGateway()) {
                            closed.countDown();
                        }
                    } else {
                        connection.send(ok("quick"));
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/slow");
            asked.await();
            client.send(RawHttp2.RST_STREAM, 0, 1, RawHttp2.integer(8));
            closed.await();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.CLIENT_GONE);
            client.request(3, true, "GET", "/quick");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("quick");
            assertThat(gateway.ended().status()).isEqualTo(200);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void trailers_pass_from_client_to_target_and_back() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    String body = connection.read("3\r\nabc\r\n0\r\nx-sum: 6\r\n\r\n".length());
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x-back\r\n\r\n"
                            + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\nX-Back: yes\r\n\r\n");
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, false, "POST", "/");
            client.send(RawHttp2.DATA, 0, 1, (byte) 'a', (byte) 'b', (byte) 'c');
            client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, client.block("x-sum", "6"));
            Http2Headers head = client.fields(client.next(RawHttp2.HEADERS));
            assertThat(head.status()).hasToString("200");
            assertThat(head.contains("transfer-encoding")).isFalse();
            assertThat(client.next(RawHttp2.DATA).text()).contains("x-sum: 6");
            RawHttp2.Frame trailers = client.next(RawHttp2.HEADERS);
            assertThat(trailers.endsStream()).isTrue();
            assertThat(client.fields(trailers).get("x-back")).hasToString("yes");
        }
    }

    @Test
    void cookies_that_come_in_pieces_are_one_header_for_the_target() throws Exception {
        try (Origin origin = Origin.answering(ok(""));
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/", "cookie", "a=1", "cookie", "b=2", "te", "trailers");
            client.next(RawHttp2.HEADERS);
            assertThat(origin.nextHead())
                    .containsIgnoringCase("\r\ncookie: a=1; b=2\r\n")
                    .containsIgnoringCase("\r\nhost: localhost\r\n")
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .doesNotContainIgnoringCase("\r\nte:");
        }
    }

    static List<Arguments> malformed() {
        return List.of(
                Arguments.of("an authority that is not the Host", new String[] {
                    ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/", "host", "b"
                }),
                Arguments.of(
                        "a path with a space",
                        new String[] {":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/ HTTP/1.1"}),
                Arguments.of(
                        "a query with a space",
                        new String[] {":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/?a b"}),
                Arguments.of(
                        "a path that is a URL",
                        new String[] {":method", "GET", ":scheme", "http", ":authority", "a", ":path", "http://b/"}),
                Arguments.of("a method that is no token", new String[] {
                    ":method", "GET /x HTTP/1.1", ":scheme", "http", ":authority", "a", ":path", "/"
                }),
                Arguments.of(
                        "an odd scheme",
                        new String[] {":method", "GET", ":scheme", "ftp", ":authority", "a", ":path", "/"}),
                Arguments.of("a header in capitals", new String[] {
                    ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/", "X-A", "1"
                }),
                Arguments.of("a header of the connection", new String[] {
                    ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/", "transfer-encoding", "chunked"
                }),
                Arguments.of("a line end in a header", new String[] {
                    ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/", "x-a", "1\r\nx-b: 2"
                }),
                Arguments.of("no authority", new String[] {":method", "GET", ":scheme", "http", ":path", "/"}),
                Arguments.of(
                        "an ambiguous path",
                        new String[] {":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/a/../b"}),
                Arguments.of("a tunnel", new String[] {":method", "CONNECT", ":authority", "a:80"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_malformed_request_is_refused_with_400_and_others_go_on(String name, String[] fields) throws Exception {
        try (Origin origin = Origin.answering(ok("fine"));
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, client.block(fields));
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("400");
            assertThat(gateway.ended().status()).isEqualTo(400);
            client.request(3, true, "GET", "/fine");
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("200");
            assertThat(origin.nextHead()).startsWith("GET /fine HTTP/1.1\r\n");
        }
    }

    @Test
    void headers_beyond_the_limit_are_answered_431() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.next(RawHttp2.SETTINGS);
            client.request(1, true, "GET", "/", "x-a", "a".repeat(10_000), "x-b", "b".repeat(6_000));
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("200");
            byte[] block = client.block(
                    ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/", "x-a", "{".repeat(34_000));
            byte[] first = java.util.Arrays.copyOf(block, 16_000);
            client.send(RawHttp2.HEADERS, RawHttp2.END_STREAM, 3, first);
            client.send(RawHttp2.CONTINUATION, 0, 3, java.util.Arrays.copyOfRange(block, 16_000, 32_000));
            client.send(
                    RawHttp2.CONTINUATION,
                    RawHttp2.END_HEADERS,
                    3,
                    java.util.Arrays.copyOfRange(block, 32_000, block.length));
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("431");
            gateway.ended();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void an_early_answer_reaches_a_client_that_still_uploads() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, false, "POST", "/");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("hello");
            RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM);
            assertThat(reset.integer(0)).isEqualTo((int) Http2Error.NO_ERROR.code());
        }
    }

    @Test
    void a_request_that_waited_for_a_connection_is_sent_before_its_body_comes() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    answer.await();
                    connection.send("HTTP/1.1 204 No Content\r\n\r\n");
                    connection.head();
                    connection.send(ok(connection.read("3\r\nabc\r\n".length())));
                });
                RunningGateway gateway = RunningGateway.with(
                        RunningGateway.forwardingTo(origin.port(), "pool: {connections: 1, patience: 10s}"));
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            origin.nextHead();
            client.request(3, false, "POST", "/second");
            while (gateway.waiting() == 0) {
                Thread.onSpinWait();
            }
            answer.countDown();
            assertThat(origin.nextHead()).startsWith("POST /second");
            client.data(3, true, "abc");
            assertThat(client.next(RawHttp2.DATA).text()).contains("abc");
            assertThat(origin.connections()).isEqualTo(1);
        }
    }
}
