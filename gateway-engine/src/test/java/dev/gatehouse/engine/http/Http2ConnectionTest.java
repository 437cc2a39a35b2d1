package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What becomes of a client's HTTP/2 connection: its windows, its limits, its end. */
class Http2ConnectionTest {
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
    void a_target_that_does_not_read_holds_the_client_s_window() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        int size = 32 * 1024 * 1024;
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    read.await();
                    connection.read(size);
                    connection.send(ok("all of it"));
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            CompletableFuture<String> uploading = CompletableFuture.supplyAsync(() -> {
                Request request = to(gateway, "/")
                        .post(RequestBody.create(new byte[size], null))
                        .build();
                try (Response response = http2().newCall(request).execute()) {
                    return response.body().string();
                } catch (java.io.IOException e) {
                    return e.toString();
                }
            });
            origin.nextHead();
            read.countDown();
            assertThat(uploading.get()).isEqualTo("all of it");
            assertThat(gateway.ended().requestBytes()).isEqualTo(size);
        }
    }

    @Test
    void a_client_s_window_holds_the_target() throws Exception {
        String body = "y".repeat(500_000);
        try (Origin origin = Origin.answering(ok(body));
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port(), 4, 0)) {
            client.request(1, true, "GET", "/");
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("200");
            int got = 0;
            while (got < body.length()) {
                client.send(RawHttp2.WINDOW_UPDATE, 0, 1, RawHttp2.integer(10_000));
                client.send(RawHttp2.WINDOW_UPDATE, 0, 0, RawHttp2.integer(10_000));
                int until = Math.min(body.length(), got + 10_000);
                while (got < until) {
                    got += client.next(RawHttp2.DATA).payload().length;
                }
                assertThat(got).isEqualTo(until);
            }
            assertThat(gateway.ended().responseBytes()).isEqualTo(body.length());
        }
    }

    @Test
    void draining_says_goodbye_lets_what_is_in_flight_finish_and_closes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    asked.countDown();
                    answer.await();
                    connection.send(ok("late"));
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            asked.await();
            CompletableFuture<Integer> cut =
                    CompletableFuture.supplyAsync(() -> gateway.dataPath().close(Duration.ofSeconds(10)));
            RawHttp2.Frame first = client.next(RawHttp2.GOAWAY);
            assertThat(first.integer(0)).isEqualTo(Integer.MAX_VALUE);
            client.send(RawHttp2.PING, RawHttp2.ACK, 0, new byte[8]);
            RawHttp2.Frame second = client.next(RawHttp2.GOAWAY);
            assertThat(second.integer(0)).isEqualTo(1);
            assertThat(second.integer(4)).isZero();
            answer.countDown();
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("late");
            assertThat(client.next()).isNull();
            assertThat(cut.get()).isZero();
        }
    }

    @Test
    void a_server_sent_event_reaches_the_client_before_the_next_one_exists() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
                    while (connection.socket().getInputStream().read() >= 0) {
                        connection.send("data: tick\n\n");
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, false, "POST", "/", "content-length", "3");
            client.fields(client.next(RawHttp2.HEADERS));
            for (int i = 0; i < 3; i++) {
                client.send(RawHttp2.DATA, 0, 1, (byte) '.');
                assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("data: tick\n\n");
            }
        }
    }

    @Test
    void an_idle_connection_is_closed_in_time() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, limits: {idle: 1s}"));
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("hello");
            assertThat(client.goAway()).isZero();
        }
    }

    @Test
    void a_request_over_the_stream_limit_is_refused_and_may_be_repeated() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "")
                        .replace("port: 0", "port: 0, limits: {streams: 2}"));
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int i = 0; i < 3; i++) {
                client.request(2 * i + 1, true, "GET", "/");
            }
            RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM);
            assertThat(reset.stream()).isEqualTo(5);
            assertThat(reset.integer(0)).isEqualTo((int) Http2Error.REFUSED_STREAM.code());
        }
    }

    @Test
    void okhttp_sees_an_upload_s_early_end() throws Exception {
        try (RunningGateway gateway =
                RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, limits: {body: 1KiB}"))) {
            Request request = to(gateway, "/")
                    .post(RequestBody.create(new byte[100_000], null))
                    .build();
            try (Response response = http2().newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(413);
            }
        }
    }

    @Test
    void an_address_has_no_more_connections_than_its_listener_allows() throws Exception {
        try (RunningGateway gateway =
                RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, limits: {connections: 2}"))) {
            try (RawClient first = gateway.connect();
                    RawClient second = gateway.connect()) {
                for (RawClient client : List.of(first, second)) {
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertThat(client.answer().body()).isEqualTo("hello");
                }
                try (RawClient third = gateway.connect()) {
                    assertThat(third.isClosedByGateway()).isTrue();
                }
                first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(first.answer().body()).as("nobody else notices").isEqualTo("hello");
            }
        }
    }
}
