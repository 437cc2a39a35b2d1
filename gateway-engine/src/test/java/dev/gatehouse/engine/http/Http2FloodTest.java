package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack ends in GOAWAY or close, while another client on the same listener notices nothing. */
class Http2FloodTest {
    private static final String ANSWERING = """
        listeners: {public: {address: 127.0.0.1, port: 0}}
        routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
        """;

    static List<Arguments> floods() {
        return List.of(
                Arguments.of("PING", RawHttp2.frame(RawHttp2.PING, 0, 0, new byte[8])),
                Arguments.of("PING acknowledged", RawHttp2.frame(RawHttp2.PING, RawHttp2.ACK, 0, new byte[8])),
                Arguments.of("SETTINGS", RawHttp2.frame(RawHttp2.SETTINGS, 0, 0)),
                Arguments.of("SETTINGS acknowledged", RawHttp2.frame(RawHttp2.SETTINGS, RawHttp2.ACK, 0)),
                Arguments.of("PRIORITY", RawHttp2.frame(RawHttp2.PRIORITY, 0, 1, new byte[5])),
                Arguments.of("WINDOW_UPDATE", RawHttp2.frame(RawHttp2.WINDOW_UPDATE, 0, 0, RawHttp2.integer(1))),
                Arguments.of("RST_STREAM", RawHttp2.frame(RawHttp2.RST_STREAM, 0, 1, RawHttp2.integer(8))),
                Arguments.of("unknown frames", RawHttp2.frame(200, 0, 0)),
                Arguments.of("empty DATA", RawHttp2.frame(RawHttp2.DATA, 0, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void a_flood_of_frames_that_carry_nothing_closes_its_connection_only(String name, byte[] frame) throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 other = new RawHttp2(gateway.port());
                RawHttp2 attacker = new RawHttp2(gateway.port())) {
            attacker.request(1, false, "POST", "/");
            ByteArrayOutputStream many = new ByteArrayOutputStream();
            for (int i = 0; i < 100; i++) {
                many.writeBytes(frame);
            }
            boolean closed = attacker.floods(many.toByteArray(), 100);
            assertThat(closed || attacker.goAway() >= 0).as("the attacker").isTrue();
            other.request(1, true, "GET", "/");
            assertThat(other.next(RawHttp2.DATA).text()).isEqualTo("hello");
        }
    }

    @Test
    void rapid_resets_end_with_go_away() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 other = new RawHttp2(gateway.port());
                RawHttp2 attacker = new RawHttp2(gateway.port())) {
            boolean closed = false;
            for (int i = 0; i < 1000 && !closed; i++) {
                attackerRequest(attacker, 2 * i + 1);
                closed = attacker.floods(RawHttp2.frame(RawHttp2.RST_STREAM, 0, 2 * i + 1, RawHttp2.integer(8)), 1);
            }
            assertThat(closed || attacker.goAway() == Http2Error.ENHANCE_YOUR_CALM.code())
                    .isTrue();
            other.send(RawHttp2.PING, 0, 0, new byte[8]);
            assertThat(other.next(RawHttp2.PING).flags()).isEqualTo(RawHttp2.ACK);
        }
    }

    @Test
    void a_client_that_resets_once_more_for_every_late_part_of_what_it_left_keeps_its_connection() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("hello");
            for (int i = 0; i < 500; i++) {
                client.send(RawHttp2.RST_STREAM, 0, 1, RawHttp2.integer(8));
            }
            client.request(3, true, "GET", "/");
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("hello");
        }
    }

    @Test
    void a_client_with_many_requests_may_leave_some_of_them() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    String head = connection.head();
                    while (head.startsWith("GET /hello")) {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                        head = connection.head();
                    }
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            for (int stream = 1; stream < 1200; stream += 4) {
                client.request(stream, true, "GET", "/hello");
                assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("hello");
                client.request(stream + 2, true, "GET", "/slow");
                client.send(RawHttp2.RST_STREAM, 0, stream + 2, RawHttp2.integer(8));
            }
        }
    }

    private static void attackerRequest(RawHttp2 attacker, int stream) throws Exception {
        try {
            attacker.request(stream, true, "GET", "/");
        } catch (java.io.IOException e) {
            // closed already; what follows sees it
        }
    }

    @Test
    void faults_that_make_the_gateway_reset_streams_end_with_go_away() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 attacker = new RawHttp2(gateway.port())) {
            boolean closed = false;
            for (int i = 0; i < 1000 && !closed; i++) {
                int stream = 2 * i + 1;
                attackerRequest(attacker, stream);
                closed = attacker.floods(RawHttp2.frame(RawHttp2.WINDOW_UPDATE, 0, stream, RawHttp2.integer(0)), 1);
            }
            assertThat(closed || attacker.goAway() >= 0).isTrue();
        }
    }

    @Test
    void a_header_block_without_end_closes_the_connection() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING);
                RawHttp2 other = new RawHttp2(gateway.port());
                RawHttp2 attacker = new RawHttp2(gateway.port())) {
            attacker.send(RawHttp2.HEADERS, 0, 1, attacker.block(":method", "GET"));
            assertThat(attacker.floods(RawHttp2.frame(RawHttp2.CONTINUATION, 0, 1), 10_000)
                            || attacker.goAway() == Http2Error.ENHANCE_YOUR_CALM.code())
                    .isTrue();
            other.request(1, true, "GET", "/");
            assertThat(other.next(RawHttp2.DATA).text()).isEqualTo("hello");
        }
    }

    @Test
    void a_client_that_never_opens_its_window_is_closed_in_time() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, limits: {idle: 1s}"));
                RawHttp2 attacker = new RawHttp2(gateway.port(), 4, 0)) {
            for (int i = 0; i < 10; i++) {
                attacker.request(2 * i + 1, true, "GET", "/");
            }
            assertThat(attacker.goAway()).isZero();
        }
    }

    @Test
    void a_client_that_stops_taking_a_target_s_answer_gives_it_up_in_time() throws Exception {
        try (Origin origin =
                        Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));
                RunningGateway gateway =
                        RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "timeouts: {idle: 300ms}"));
                RawHttp2 attacker = new RawHttp2(gateway.port(), 4, 0)) {
            attacker.request(1, true, "GET", "/");
            assertThat(attacker.next(RawHttp2.RST_STREAM).stream()).isEqualTo(1);
            assertThat(gateway.ended().detail()).isEqualTo("the client stopped taking the response");
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_that_sends_nothing_after_its_preface_is_closed_in_time() throws Exception {
        try (RunningGateway gateway =
                        RunningGateway.with(ANSWERING.replace("port: 0", "port: 0, limits: {headerTime: 100ms}"));
                RawHttp2 attacker = new RawHttp2(gateway.port())) {
            assertThat(attacker.goAway()).isZero();
        }
    }
}
