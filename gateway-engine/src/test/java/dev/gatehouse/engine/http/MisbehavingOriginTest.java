package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a target does wrong never reaches the client as a good answer. */
class MisbehavingOriginTest {
    private static final String QUICK = "timeouts: {connect: 300ms, response: 300ms, idle: 300ms}";

    private static RunningGateway before(Origin origin) {
        return RunningGateway.with(RunningGateway.forwardingTo(origin.port(), QUICK));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("an unsolicited 101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nraw bytes"),
                Arguments.of("HTTP/0.9", "hello, this is not HTTP at all\r\n\r\n"),
                Arguments.of("HTTP/2.0", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"),
                Arguments.of(
                        "length and coding",
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("a bad length", "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nab"),
                Arguments.of("a NUL in a header", "HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of(
                        "a bare carriage return in a header",
                        "HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a space in a header's name", "HTTP/1.1 200 OK\r\nX y: a\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a status that is no number", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a status beyond 599", "HTTP/1.1 700 Odd\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a head without end", "HTTP/1.1 200 OK\r\nX: " + "a".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void an_answer_that_is_no_http_is_a_502_and_the_connection_is_not_kept(String name, String bytes) throws Exception {
        try (Origin origin = Origin.answering(bytes);
                RunningGateway gateway = before(origin);
                RawClient client = gateway.connect()) {
            for (int i = 1; i <= 2; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).as("%s", answer).isEqualTo(502);
                assertThat(answer.body()).doesNotContain("raw bytes", "hello");
                assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_INVALID);
                assertThat(origin.connections()).isEqualTo(i);
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    static Stream<Arguments> truncated() {
        return Stream.of(
                Arguments.of("a short length", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"),
                Arguments.of(
                        "a missing last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
                Arguments.of("a chunk cut off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"),
                Arguments.of(
                        "a last chunk without its end",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n"),
                Arguments.of(
                        "a broken chunk size",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("truncated")
    void an_answer_that_ends_too_early_is_visibly_broken_for_the_client(String name, String bytes) throws Exception {
        try (Origin origin = Origin.answeringOnce(bytes);
                RunningGateway gateway = before(origin)) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("abc".substring(0, Math.min(3, answer.body().length())));
            assertThat(answer.ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_reset_in_mid_body_is_visibly_broken_for_the_client() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                    connection.reset();
                });
                RunningGateway gateway = before(origin)) {
            // A reset may overtake the head on its way through the gateway's buffers: then it is a 502.
            RawClient.Answer answer = gateway.get("/");
            if (answer.status() == 200) {
                assertThat(answer.ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            } else {
                assertThat(answer.status()).isEqualTo(502);
            }
            assertThat(gateway.ended().fault()).isIn(Fault.UPSTREAM_TRUNCATED, Fault.UPSTREAM_RESET);
        }
    }

    @Test
    void a_stall_in_mid_body_is_visibly_broken_for_the_client() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                    if (connection.isClosedByGateway()) {
                        over.countDown();
                    }
                });
                RunningGateway gateway = before(origin)) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_STALLED);
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void silence_before_the_first_byte_is_a_504() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = before(origin)) {
            assertThat(gateway.get("/").status()).isEqualTo(504);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.RESPONSE_TIMEOUT);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_close_or_reset_before_the_first_byte_is_a_502() throws Exception {
        for (boolean reset : new boolean[] {false, true}) {
            try (Origin origin = Origin.that(connection -> {
                        connection.head();
                        if (reset) {
                            connection.reset();
                        }
                    });
                    RunningGateway gateway = before(origin)) {
                assertThat(gateway.get("/").status()).isEqualTo(502);
                RunningGateway.Ended ended = gateway.ended();
                assertThat(ended.fault()).isEqualTo(Fault.UPSTREAM_RESET);
                assertThat(ended.attempts()).isEqualTo(1);
            }
        }
    }

    @Test
    void nobody_at_the_address_is_a_502_that_says_so() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (RunningGateway gateway = RunningGateway.before(port)) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).contains("connect-failed", "refused");
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void an_unknown_host_name_is_a_502_that_says_so() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(80, "timeouts: {connect: 1s}")
                .replace("127.0.0.1:80", "no-such-host.invalid:80"))) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isIn(502, 504);
            assertThat(answer.body()).contains("\"code\":\"connect-");
        }
    }

    @Test
    void bytes_that_nobody_asked_for_close_a_kept_connection() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        connection.send("HTTP/1.1 200 OK\r\n"
                                + "Content-Length: 2\r\n\r\n"
                                + "okHTTP/1.1 200 OK\r\n"
                                + "Content-Length: 4\r\n\r\n"
                                + "evil");
                    }
                });
                RunningGateway gateway = before(origin);
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("ok");
            }
            assertThat(origin.connections()).isEqualTo(3);
        }
    }

    @Test
    void an_early_answer_is_the_clients_even_while_it_still_uploads() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\nConnection: close\r\n\r\nlarge");
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
            client.send("x".repeat(1000));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("large");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(gateway.ended().fault()).isNull();
        }
    }

    @Test
    void a_client_that_goes_away_frees_its_slot_and_the_target_is_told() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    reached.countDown();
                    if (connection.isClosedByGateway()) {
                        told.countDown();
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            try (RawClient client = gateway.connect()) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
                client.reset();
            }
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.CLIENT_GONE);
            assertThat(ended.status()).isEqualTo(499);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void when_the_pool_is_used_up_requests_wait_and_then_are_told() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        release.await(10, TimeUnit.SECONDS);
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(
                        origin.port(), "pool: {connections: 1, pending: 1, patience: 10s}"));
                RawClient first = gateway.connect();
                RawClient second = gateway.connect();
                RawClient third = gateway.connect()) {
            String get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
            first.send(get);
            origin.nextHead();
            second.send(get);
            while (gateway.waiting() < 1) {
                Thread.onSpinWait();
            }
            third.send(get);
            RawClient.Answer refused = third.answer();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("pool-exhausted");
            release.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(second.answer().status()).isEqualTo(200);
            gateway.ended();
            gateway.ended();
            gateway.ended();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_wait_for_the_pool_that_takes_too_long_is_a_503() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(
                        origin.port(), "pool: {connections: 1, pending: 5, patience: 100ms}"));
                RawClient first = gateway.connect()) {
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            origin.nextHead();
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("pool-exhausted");
        }
    }

    @Test
    void a_slow_reader_holds_the_target_back_and_gets_every_byte() throws Exception {
        int size = 32 * 1024 * 1024;
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                    String block = "x".repeat(64 * 1024);
                    for (int i = 0; i < size / block.length(); i++) {
                        connection.send(block);
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int n = client.readSome(buffer); n > 0; n = client.readSome(buffer)) {
                total += n;
                if (total >= size) {
                    break;
                }
            }
            assertThat(total).isGreaterThanOrEqualTo(size);
        }
    }
}
