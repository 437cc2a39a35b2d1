package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http2.Http2Error;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong with targets that speak HTTP/2. */
class Http2UpstreamFaultTest {
    private static RunningGateway before(Origin origin) {
        return RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "protocol: http2"));
    }

    @Test
    void an_answer_that_is_reset_in_the_middle_is_visibly_broken_for_the_client() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    target.respond(stream, false, "200");
                    target.data(stream, false, "half");
                    target.send(RawHttp2.RST_STREAM, 0, stream, RawHttp2.integer(2));
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin)) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_falls_silent_is_asked_whether_it_is_there_and_given_up() throws Exception {
        LinkedBlockingQueue<RawHttp2.Frame> pings = new LinkedBlockingQueue<>();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    target.next(RawHttp2.HEADERS);
                    pings.add(target.next(RawHttp2.PING));
                    target.next(RawHttp2.GOAWAY); // the end of the connection comes instead
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(
                        origin.port(), "protocol: http2, timeouts: {idle: 400ms, response: 1m}"))) {
            assertThat(gateway.get("/").status()).isEqualTo(502);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_RESET);
            assertThat(pings.take().flags()).isZero();
        }
    }

    @Test
    void a_slow_target_that_answers_when_asked_is_waited_for() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    int stream = target.next(RawHttp2.HEADERS).stream();
                    for (int i = 0; i < 3; i++) {
                        target.send(
                                RawHttp2.PING,
                                RawHttp2.ACK,
                                0,
                                target.next(RawHttp2.PING).payload());
                    }
                    target.respond(stream, true, "204");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(
                        origin.port(), "protocol: http2, timeouts: {idle: 400ms, response: 1m}"))) {
            assertThat(gateway.get("/").status()).isEqualTo(204);
        }
    }

    @Test
    void a_target_that_dies_breaks_every_stream_of_its_connection() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    for (int i = 0; i < 2; i++) {
                        target.respond(target.next(RawHttp2.HEADERS).stream(), false, "200");
                    }
                    both.await();
                });
                RunningGateway gateway = before(origin);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int stream : new int[] {1, 3}) {
                client.request(stream, true, "GET", "/");
            }
            for (int i = 0; i < 2; i++) {
                client.next(RawHttp2.HEADERS);
                both.countDown();
            }
            for (int i = 0; i < 2; i++) {
                client.next(RawHttp2.RST_STREAM);
                assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_that_goes_cancels_its_stream_and_no_other() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        LinkedBlockingQueue<Integer> codes = new LinkedBlockingQueue<>();
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    int slow = target.next(RawHttp2.HEADERS).stream();
                    asked.countDown();
                    RawHttp2.Frame reset = target.next(RawHttp2.RST_STREAM);
                    assertThat(reset.stream()).isEqualTo(slow);
                    codes.add(reset.integer(0));
                    target.respond(target.next(RawHttp2.HEADERS).stream(), true, "204");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            asked.await();
            client.send(RawHttp2.RST_STREAM, 0, 1, RawHttp2.integer(8));
            assertThat(codes.poll(10, TimeUnit.SECONDS)).isEqualTo((int) Http2Error.CANCEL.code());
            client.request(3, true, "GET", "/");
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("204");
            assertThat(origin.connections()).isEqualTo(1);
            gateway.ended();
            gateway.ended();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void an_answer_before_the_end_of_the_request_reaches_the_client() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    target.respond(target.next(RawHttp2.HEADERS).stream(), true, "413");
                    target.next(RawHttp2.GOAWAY);
                });
                RunningGateway gateway = before(origin);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, false, "POST", "/");
            client.data(1, false, "some");
            assertThat(client.fields(client.next(RawHttp2.HEADERS)).status()).hasToString("413");
            assertThat(gateway.ended().fault()).isNull();
            assertThat(gateway.inUse()).isZero();
        }
    }

    static List<Arguments> invalid() {
        return List.of(
                Arguments.of("no status", new String[] {"x-a", "b"}),
                Arguments.of("a status that is no number", new String[] {":status", "abc"}),
                Arguments.of("a switch", new String[] {":status", "101"}),
                Arguments.of("a header in capitals", new String[] {":status", "200", "X-A", "b"}),
                Arguments.of("a header of the connection", new String[] {":status", "200", "connection", "close"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void an_answer_that_breaks_the_rules_is_a_502(String name, String[] fields) throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    while (true) {
                        target.send(
                                RawHttp2.HEADERS,
                                RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
                                target.next(RawHttp2.HEADERS).stream(),
                                target.block(fields));
                    }
                });
                RunningGateway gateway = before(origin)) {
            assertThat(gateway.get("/").status()).isEqualTo(502);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.UPSTREAM_INVALID);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_target_that_cannot_be_reached_is_a_502_for_all_who_wait() throws Exception {
        int port;
        try (Origin origin = Origin.answering("")) {
            port = origin.port();
        }
        try (RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(port, "protocol: http2"));
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int stream = 1; stream < 20; stream += 2) {
                client.request(stream, true, "GET", "/");
            }
            for (int stream = 1; stream < 20; stream += 2) {
                assertThat(client.fields(client.next(RawHttp2.HEADERS)).status())
                        .hasToString("502");
                assertThat(gateway.ended().fault()).isEqualTo(Fault.CONNECT_FAILED);
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void an_idle_connection_is_closed_in_time() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    target.respond(target.next(RawHttp2.HEADERS).stream(), true, "204");
                    target.next(RawHttp2.GOAWAY);
                    left.countDown();
                });
                RunningGateway gateway = RunningGateway.with(
                        RunningGateway.forwardingTo(origin.port(), "protocol: http2, timeouts: {idle: 200ms}"))) {
            assertThat(gateway.get("/").status()).isEqualTo(204);
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
