package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Targets that speak HTTP/2, before clients of either protocol. */
class Http2UpstreamTest {
    private static final String TRAILERS = "TE: trailers\r\n";

    private static RunningGateway before(Origin origin) {
        return RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "protocol: http2"));
    }

    /** A gateway is a target, too. */
    private static RunningGateway answering() {
        return RunningGateway.with("""
            listeners: {public: {address: 127.0.0.1, port: 0}}
            routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
            """);
    }

    @Test
    void an_http_1_client_is_answered_by_a_target_that_speaks_http_2() throws Exception {
        try (RunningGateway target = answering();
                RunningGateway gateway =
                        RunningGateway.with(RunningGateway.forwardingTo(target.port(), "protocol: http2"));
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("GET /a?b=c HTTP/1.1\r\nHost: shop.example\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("hello");
                client.send("HEAD / HTTP/1.1\r\nHost: shop.example\r\n\r\n");
                RawClient.Answer head = client.answer(true);
                assertThat(head.status()).isEqualTo(200);
                assertThat(head.header("content-length")).isEqualTo("5");
                client.send("POST / HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 3\r\n\r\nabc");
                assertThat(client.answer().status()).isEqualTo(200);
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void head_body_and_trailers_pass_both_ways() throws Exception {
        LinkedBlockingQueue<Http2Headers> seen = new LinkedBlockingQueue<>();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                    seen.add(target.fields(head));
                    String body = target.next(RawHttp2.DATA).text();
                    seen.add(target.fields(target.next(RawHttp2.HEADERS)));
                    target.respond(head.stream(), false, "200", "x-a", "b");
                    target.data(head.stream(), false, body);
                    target.send(
                            RawHttp2.HEADERS,
                            RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
                            head.stream(),
                            target.block("x-back", "yes"));
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin)) {
            RawClient.Answer answer = gateway.send("POST /up?q=1 HTTP/1.1\r\nHost: shop.example\r\n" + TRAILERS
                    + "Connection: TE\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 6\r\n\r\n");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-a")).isEqualTo("b");
            assertThat(answer.body()).isEqualTo("abc");
            assertThat(answer.trailers()).containsExactly("x-back: yes");
            Http2Headers head = seen.take();
            assertThat(head.method()).hasToString("POST");
            assertThat(head.path()).hasToString("/up?q=1");
            assertThat(head.authority()).hasToString("shop.example");
            assertThat(head.scheme()).hasToString("http");
            assertThat(head.contains("transfer-encoding")).isFalse();
            assertThat(head.contains("host")).isFalse();
            assertThat(head.contains("te")).isFalse();
            assertThat(head.get("x-forwarded-for")).hasToString("127.0.0.1");
            assertThat(seen.take().get("x-sum")).hasToString("6");
        }
    }

    @Test
    void requests_at_the_same_time_share_one_connection() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    List<Integer> streams = new ArrayList<>();
                    while (streams.size() < 30) {
                        RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                        target.fields(head);
                        streams.add(head.stream());
                    }
                    for (int stream : streams.reversed()) {
                        target.respond(stream, false, "200");
                        target.data(stream, true, "done");
                    }
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int i = 0; i < 30; i++) {
                client.request(2 * i + 1, true, "GET", "/" + i);
            }
            for (int i = 0; i < 30; i++) {
                assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("done");
            }
            assertThat(origin.connections()).isEqualTo(1);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_s_limit_of_streams_opens_another_connection() throws Exception {
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(5);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection, 3, 2);
                    int here = 0;
                    while (true) {
                        RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                        target.fields(head);
                        int now = ++here;
                        most.accumulateAndGet(now, Math::max);
                        all.countDown();
                        Thread.ofVirtual().start(() -> {
                            try {
                                all.await();
                                synchronized (target) {
                                    target.respond(head.stream(), true, "204");
                                }
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    }
                });
                RunningGateway gateway = before(origin);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/first"); // after it the limit is known
            for (int i = 1; i < 5; i++) {
                assertThat(origin.connections()).isLessThanOrEqualTo(i);
                client.request(2 * i + 1, true, "GET", "/");
            }
            for (int i = 0; i < 5; i++) {
                assertThat(client.fields(client.next(RawHttp2.HEADERS)).status())
                        .hasToString("204");
            }
        }
    }

    @Test
    void a_request_that_the_target_did_not_look_at_before_it_left_goes_to_another_connection() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                    if (connections.incrementAndGet() == 1) {
                        target.send(RawHttp2.GOAWAY, 0, 0, new byte[8]); // last stream 0, no error
                        target.goAway();
                    } else {
                        target.respond(head.stream(), true, "204");
                        target.next(RawHttp2.GOAWAY);
                    }
                });
                RunningGateway gateway = before(origin)) {
            RawClient.Answer answer = gateway.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(gateway.ended().attempts()).isEqualTo(2);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_refused_stream_is_tried_again_and_given_up_in_the_end() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    while (true) {
                        RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                        refused.incrementAndGet();
                        target.send(RawHttp2.RST_STREAM, 0, head.stream(), RawHttp2.integer((int)
                                Http2Error.REFUSED_STREAM.code()));
                    }
                });
                RunningGateway gateway = before(origin)) {
            assertThat(gateway.get("/").status()).isEqualTo(502);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_RESET);
            assertThat(refused).hasValue(3);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void streams_that_were_seen_finish_after_a_goodbye() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    RawHttp2.Frame head = target.next(RawHttp2.HEADERS);
                    target.send(RawHttp2.GOAWAY, 0, 0, new byte[] {0, 0, 0, (byte) head.stream(), 0, 0, 0, 0});
                    target.respond(head.stream(), false, "200");
                    target.data(head.stream(), true, "late");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin)) {
            for (int i = 1; i <= 2; i++) {
                assertThat(gateway.get("/").body()).isEqualTo("late");
                assertThat(origin.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void a_target_that_does_not_read_holds_the_client() throws Exception {
        int size = 4 * 1024 * 1024;
        CountDownLatch stuck = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection, 4, 0);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    stuck.await();
                    target.send(RawHttp2.WINDOW_UPDATE, 0, 0, RawHttp2.integer(size));
                    target.send(RawHttp2.WINDOW_UPDATE, 0, stream, RawHttp2.integer(size));
                    int got = 0;
                    RawHttp2.Frame data;
                    do {
                        data = target.next(RawHttp2.DATA);
                        got += data.payload().length;
                    } while (!data.endsStream());
                    target.respond(stream, false, "200");
                    target.data(stream, true, Integer.toString(got));
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + size + "\r\n\r\n");
            stuck.countDown();
            client.send(new byte[size]);
            assertThat(client.answer().body()).isEqualTo(Integer.toString(size));
        }
    }

    @Test
    void a_client_that_does_not_read_holds_the_target() throws Exception {
        int size = 16 * 1024 * 1024;
        AtomicInteger sent = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    target.respond(stream, false, "200", "content-length", Integer.toString(size));
                    int window = Http2Setup.STREAM_WINDOW;
                    byte[] part = new byte[16 * 1024];
                    while (sent.get() < size) {
                        while (window < part.length) {
                            full.countDown();
                            RawHttp2.Frame update = target.next(RawHttp2.WINDOW_UPDATE);
                            window += update.stream() == stream ? update.integer(0) : 0;
                        }
                        window -= part.length;
                        boolean last = sent.addAndGet(part.length) == size;
                        target.send(RawHttp2.DATA, last ? RawHttp2.END_STREAM : 0, stream, part);
                    }
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawClient client = gateway.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            full.await();
            RawClient.Answer answer = client.answer();
            assertThat(answer.ending()).isEqualTo(RawClient.Ending.WHOLE);
            assertThat(answer.body()).hasSize(size);
        }
    }

    @Test
    void early_hints_come_before_the_answer() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    target.respond(stream, false, "103", "link", "</a.css>");
                    target.respond(stream, true, "204");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawClient client = gateway.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            RawClient.Answer hints = client.answer();
            assertThat(hints.status()).isEqualTo(103);
            assertThat(hints.header("link")).isEqualTo("</a.css>");
            assertThat(client.answer().status()).isEqualTo(204);
        }
    }
}
