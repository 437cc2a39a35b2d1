package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.RunningGateway.Ended;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;

/** Copies of requests for a second upstream, and that nobody feels them. */
class MirrorTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nreal";

    private static String yaml(int origin, int mirror, String settings, String more) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin: {targets: [{address: "127.0.0.1:%d"}]}
              next: {targets: [{address: "127.0.0.1:%d"}]%s}
            routes:
              all: {match: {path: /**}, forward: {upstream: origin, path: "/real/**", mirror: {upstream: next%s}}}
            """.formatted(origin, mirror, settings, more);
    }

    private static Origin echoing() throws Exception {
        return Origin.that(connection -> {
            for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                String body = head.contains("Content-Length: 5") ? connection.read(5) : "none";
                connection.send("HTTP/1.1 201 Created\r\nX-Got: " + body + "\r\nContent-Length: 4\r\n\r\nfake");
            }
        });
    }

    @Test
    void a_copy_with_its_body_goes_to_the_mirror_and_its_answer_to_nobody() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        connection.read(5);
                        connection.send(OK);
                    }
                });
                Origin mirror = echoing();
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ""))) {
            RawClient.Answer answer = gateway.send("""
                POST /a?b=c HTTP/1.1\r
                Host: shop\r
                X-Gatehouse-Mirror: forged\r
                Content-Length: 5\r
                \r
                hello\
                """);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("real");
            String real = origin.nextHead();
            assertThat(mirror.nextHead())
                    .as("the same request, but that it says what it is")
                    .startsWith("POST /real/a?b=c HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nHost: shop\r\n")
                    .containsIgnoringCase("\r\nx-gatehouse-mirror: all\r\n")
                    .doesNotContain("forged")
                    .contains(real.lines()
                            .filter(line -> line.regionMatches(true, 0, "x-request-id", 0, 12))
                            .findFirst()
                            .orElseThrow());
            assertThat(real).doesNotContainIgnoringCase("x-gatehouse-mirror");
            assertThat(gateway.ended().steps()).containsExactly("mirror copied null next");
            Ended copy = gateway.copied();
            assertThat(copy.status()).isEqualTo(201);
            assertThat(copy.target()).isEqualTo("127.0.0.1:" + mirror.port());
            assertThat(copy.responseBytes()).isEqualTo(4);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_body_without_a_length_is_copied_whole() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.read("3\r\none\r\n".length());
                    connection.read("3\r\ntwo\r\n0\r\n\r\n".length());
                    connection.send(OK);
                });
                Origin mirror = Origin.that(connection -> {
                    connection.head();
                    if (connection
                            .read("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n".length())
                            .equals("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n")) {
                        seen.countDown();
                    }
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ""))) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                    .build();
            try (Response answer = client.newCall(new Request.Builder()
                            .url("http://127.0.0.1:" + gateway.port() + "/")
                            .post(new RequestBody() {
                                @Override
                                public MediaType contentType() {
                                    return MediaType.get("text/plain");
                                }

                                @Override
                                public void writeTo(BufferedSink sink) throws java.io.IOException {
                                    sink.writeUtf8("one").flush();
                                    sink.writeUtf8("two").flush();
                                }
                            })
                            .build())
                    .execute()) {
                assertThat(answer.body().string()).isEqualTo("real");
            } finally {
                client.connectionPool().evictAll();
            }
            assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.copied().status()).isEqualTo(200);
        }
    }

    @Test
    void only_the_share_of_the_requests_is_copied() throws Exception {
        try (Origin origin = Origin.answering(OK);
                Origin mirror = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ", share: 20%"));
                RawClient client = gateway.connect()) {
            int copied = 0;
            for (int i = 0; i < 500; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("real");
                copied += gateway.ended().steps().size();
            }
            assertThat(copied).as("about a fifth").isBetween(50, 160);
            for (int i = 0; i < copied; i++) {
                assertThat(gateway.copied().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_larger_body_than_the_mirror_takes_is_not_copied_and_the_record_says_so() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        connection.read(5);
                        connection.send(OK);
                    }
                });
                Origin mirror = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ", body: 4B"))) {
            assertThat(gateway.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                            .body())
                    .isEqualTo("real");
            assertThat(gateway.ended().steps()).containsExactly("mirror left-out a body of more than 4 bytes next");
            assertThat(mirror.connections()).isZero();
        }
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.read("5\r\nhello\r\n0\r\n\r\n".length());
                    connection.send(OK);
                });
                Origin mirror = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ", body: 4B"))) {
            assertThat(gateway.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + "5\r\nhello\r\n0\r\n\r\n")
                            .body())
                    .isEqualTo("real");
            assertThat(gateway.ended().steps()).containsExactly("mirror left-out a body of more than 4 bytes next");
            assertThat(mirror.connections()).isZero();
        }
    }

    @Test
    void a_mirror_that_is_silent_full_or_gone_is_felt_by_nobody() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Origin origin = Origin.answering(OK);
                Origin mirror = Origin.that(connection -> {
                    connection.head();
                    asked.incrementAndGet();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.with(yaml(
                        origin.port(),
                        mirror.port(),
                        ", pool: {connections: 2, pending: 0}, timeouts: {response: 300ms}",
                        ""))) {
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get("/").body()).isEqualTo("real");
                assertThat(gateway.ended().status()).isEqualTo(200);
            }
            int silent = 0;
            int full = 0;
            for (int i = 0; i < 20; i++) {
                Fault fault = gateway.copied().fault();
                silent += fault == Fault.RESPONSE_TIMEOUT ? 1 : 0;
                full += fault == Fault.POOL_EXHAUSTED || fault == Fault.OVERLOADED ? 1 : 0;
            }
            assertThat(silent).isPositive().isEqualTo(asked.get());
            assertThat(full).isPositive().isEqualTo(20 - silent);
            assertThat(gateway.inUse()).isZero();
            gateway.apply(yaml(origin.port(), 1, "", ""));
            assertThat(gateway.get("/").body()).isEqualTo("real");
            assertThat(gateway.copied().fault()).isEqualTo(Fault.CONNECT_FAILED);
        }
    }

    @Test
    void an_answer_without_end_is_left_after_its_time_or_a_mebibyte() throws Exception {
        try (Origin origin = Origin.answering(OK);
                Origin endless = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (String part = "400\r\n" + "x".repeat(1024) + "\r\n"; ; ) {
                        connection.send(part);
                    }
                });
                Origin slow = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), endless.port(), "", ""))) {
            assertThat(gateway.get("/").body()).isEqualTo("real");
            assertThat(gateway.copied().responseBytes()).isBetween(1L << 20, 2L << 20);
            gateway.apply(yaml(origin.port(), slow.port(), ", timeouts: {response: 200ms}", ""));
            assertThat(gateway.get("/").body()).isEqualTo("real");
            assertThat(gateway.copied().responseBytes()).isEqualTo(1);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void what_never_came_whole_and_what_opens_a_tunnel_is_not_copied() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                Origin mirror = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), mirror.port(), "", ""))) {
            try (RawClient client = gateway.connect()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel");
                origin.nextHead();
            }
            assertThat(gateway.ended().steps()).isEmpty();
            try (RawClient client = gateway.connect()) {
                client.send("""
                    GET / HTTP/1.1\r
                    Host: a\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    \r
                    """);
                origin.nextHead();
            }
            assertThat(gateway.ended().steps()).isEmpty();
            assertThat(mirror.connections()).isZero();
        }
    }
}
