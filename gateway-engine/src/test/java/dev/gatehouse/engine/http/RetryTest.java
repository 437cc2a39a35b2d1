package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A request that failed at one target is sent to another, within bounds that hold when everything fails. */
class RetryTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BUSY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy";

    private static String yaml(String retry, int... ports) {
        List<String> targets = new ArrayList<>();
        for (int port : ports) {
            targets.add("{address: \"127.0.0.1:" + port + "\"}");
        }
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [%s], timeouts: {response: 5s}, retry: %s}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(String.join(", ", targets), retry);
    }

    private static int nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void a_target_that_is_not_there_is_passed_over_for_any_method() throws Exception {
        int nobody = nobody();
        try (Origin good = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        connection.read(5);
                        connection.send(OK);
                    }
                });
                RunningGateway gateway = RunningGateway.with(yaml("{backoff: 0ms}", nobody, good.port()))) {
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                                .body())
                        .isEqualTo("ok");
            }
            for (int i = 0; i < 4; i++) {
                RunningGateway.Ended ended = gateway.ended();
                assertThat(ended.target()).isEqualTo("127.0.0.1:" + good.port());
                assertThat(ended.attempts()).isEqualTo(1 + ended.retried().size());
                assertThat(ended.retried()).allMatch(one -> one.equals("127.0.0.1:" + nobody + " connect-failed"));
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_chosen_status_is_tried_again_at_another_target_with_the_body_replayed() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (Origin busy = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        connection.read(5);
                        connection.send(BUSY);
                    }
                });
                Origin good = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        bodies.add(connection.read(5));
                        connection.send(OK);
                    }
                });
                RunningGateway gateway = RunningGateway.with(yaml("{attempts: 3}", busy.port(), good.port()));
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 6; i++) {
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("ok");
            }
            assertThat(bodies).hasSize(6).containsOnly("hello");
            assertThat(busy.connections())
                    .as("a short answer is read to its end")
                    .isEqualTo(1);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_request_that_must_not_be_repeated_is_not() throws Exception {
        try (Origin busy = Origin.answering(BUSY);
                RunningGateway gateway = RunningGateway.with(yaml("{}", busy.port(), busy.port()))) {
            assertThat(gateway.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                            .status())
                    .isEqualTo(503);
            assertThat(gateway.ended().attempts()).isEqualTo(1);
            assertThat(gateway.send("POST / HTTP/1.1\r\nHost: a\r\nIdempotency-Key: 7\r\nContent-Length: 0\r\n\r\n")
                            .status())
                    .isEqualTo(503);
            assertThat(gateway.ended().attempts()).isEqualTo(2);
        }
    }

    @Test
    void a_body_too_large_to_keep_is_not_repeated() throws Exception {
        try (Origin busy = Origin.that(connection -> {
                    connection.head();
                    connection.read(5000);
                    connection.send(BUSY);
                });
                RunningGateway gateway = RunningGateway.with(yaml("{body: 4KiB}", busy.port()))) {
            assertThat(gateway.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n" + "x".repeat(5000))
                            .status())
                    .isEqualTo(503);
            assertThat(gateway.ended().attempts()).isEqualTo(1);
        }
    }

    @Test
    void the_last_answer_is_the_clients_when_every_attempt_fails() throws Exception {
        try (Origin busy = Origin.answering(BUSY);
                RunningGateway gateway =
                        RunningGateway.with(yaml("{attempts: 4, backoff: 1ms}", busy.port(), nobody()))) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isIn(502, 503);
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.attempts()).isEqualTo(4);
            assertThat(ended.retried()).hasSize(3);
            assertThat(ended.retried().subList(0, 2))
                    .as("the other target first")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_reset_before_the_response_is_tried_again() throws Exception {
        AtomicInteger resets = new AtomicInteger();
        try (Origin resetting = Origin.that(connection -> {
                    connection.head();
                    if (resets.incrementAndGet() == 1) {
                        connection.reset();
                    } else {
                        connection.send(OK);
                    }
                });
                RunningGateway gateway = RunningGateway.with(yaml("{}", resetting.port()))) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
            assertThat(gateway.ended().retried()).containsExactly("127.0.0.1:" + resetting.port() + " upstream-reset");
        }
    }

    @Test
    void a_slow_attempt_is_given_up_for_another() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (Origin slow = Origin.that(connection -> {
                    connection.head();
                    if (attempts.incrementAndGet() == 1) {
                        connection.isClosedByGateway();
                    } else {
                        connection.send(OK);
                    }
                });
                RunningGateway gateway = RunningGateway.with(yaml("{perTry: 100ms}", slow.port()))) {
            assertThat(gateway.get("/").body()).isEqualTo("ok");
            assertThat(gateway.ended().retried()).containsExactly("127.0.0.1:" + slow.port() + " response-timeout");
        }
    }

    @Test
    void a_response_that_has_begun_is_never_repeated() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                });
                RunningGateway gateway = RunningGateway.with(yaml("{attempts: 5}", origin.port()))) {
            assertThat(gateway.get("/").ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.UPSTREAM_TRUNCATED);
            assertThat(ended.attempts()).isEqualTo(1);
        }
    }

    @Test
    void targets_that_fail_everything_see_at_most_a_fifth_more_than_the_requests() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        try (Origin busy = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        seen.incrementAndGet();
                        connection.send(BUSY);
                    }
                });
                RunningGateway gateway = RunningGateway.with(
                        yaml("{attempts: 5, backoff: 0ms, budget: 20%}", busy.port(), busy.port()));
                RawClient client = gateway.connect()) {
            int requests = 1000;
            for (int i = 0; i < requests; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(503);
            }
            assertThat(seen.get()).isBetween(requests + 1, requests * 12 / 10);
        }
    }

    @Test
    void a_client_that_leaves_during_the_pause_leaves_nothing_behind() throws Exception {
        try (Origin busy = Origin.answering(BUSY);
                RunningGateway gateway = RunningGateway.with(yaml("{attempts: 10, backoff: 1s}", busy.port()))) {
            try (RawClient client = gateway.connect()) {
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
                busy.nextHead();
            }
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isIn(Fault.CLIENT_GONE, null);
            assertThat(gateway.inUse()).isZero();
        }
    }
}
