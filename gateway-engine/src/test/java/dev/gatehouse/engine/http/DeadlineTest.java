package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A request's whole time, with waiting and all attempts. */
class DeadlineTest {
    private static final Pattern LEFT = Pattern.compile("x-gatehouse-deadline: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static String yaml(int port, String listener, String deadline, String upstream) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0%s}}
            upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]%s}}
            routes: {all: {match: {path: /**}%s, forward: {upstream: origin}}}
            """.formatted(listener, port, upstream, deadline.isEmpty() ? "" : ", deadline: " + deadline);
    }

    private static long left(String head) {
        Matcher matcher = LEFT.matcher(head);
        assertThat(matcher.find()).as(head).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    @Test
    void a_target_that_does_not_answer_in_time_is_a_504_of_its_own_and_is_let_go() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    if (connection.isClosedByGateway()) {
                        closed.countDown();
                    }
                });
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), "", "500ms", ""))) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).contains("\"code\":\"deadline-passed\"");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.DEADLINE_PASSED);
            assertThat(ended.detail())
                    .isEqualTo("the time that the route gives, 500 ms, passed while the target had not answered yet");
            closed.await();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void the_target_is_told_what_is_left() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), "", "30s", ""))) {
            assertThat(gateway.get("/").status()).isEqualTo(200);
            assertThat(left(origin.nextHead())).isBetween(1L, 30_000L);
        }
    }

    @Test
    void without_a_deadline_nothing_is_told_and_a_clients_own_word_does_not_pass() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), "", "", ""))) {
            String request = "GET / HTTP/1.1\r\nHost: a\r\nX-Gatehouse-Deadline: 5\r\n\r\n";
            assertThat(gateway.send(request).status()).isEqualTo(200);
            assertThat(LEFT.matcher(origin.nextHead()).find()).isFalse();
        }
    }

    @Test
    void a_trusted_proxy_shortens_the_deadline_and_never_lengthens_it() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway =
                        RunningGateway.with(yaml(origin.port(), ", trustedProxies: [127.0.0.1]", "30s", ""))) {
            gateway.send("GET / HTTP/1.1\r\nHost: a\r\nX-Gatehouse-Deadline: 20000\r\n\r\n");
            assertThat(left(origin.nextHead())).isBetween(1L, 20_000L);
            gateway.send("GET / HTTP/1.1\r\nHost: a\r\nX-Gatehouse-Deadline: 900000\r\n\r\n");
            assertThat(left(origin.nextHead())).isBetween(20_001L, 30_000L);
            gateway.send("GET / HTTP/1.1\r\nHost: a\r\nX-Gatehouse-Deadline: soon\r\n\r\n");
            assertThat(left(origin.nextHead())).isBetween(20_001L, 30_000L);
        }
    }

    @Test
    void what_a_client_gives_a_call_is_passed_on_as_far_as_it_is_left() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), "", "30s", ""))) {
            gateway.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Type: application/grpc\r\ngrpc-timeout: 1M\r\n\r\n");
            assertThat(origin.nextHead()).containsPattern("grpc-timeout: (30000|2\\d{4})m\r\n");
            gateway.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Type: application/grpc\r\ngrpc-timeout: 9S\r\n\r\n");
            assertThat(origin.nextHead()).containsPattern("grpc-timeout: (9000|[1-8]\\d{3})m\r\n");
        }
    }

    @Test
    void retries_stop_at_it() throws Exception {
        try (Origin busy = Origin.answering("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy");
                RunningGateway gateway = RunningGateway.with(yaml(
                        busy.port(),
                        "",
                        "500ms",
                        ", timeouts: {response: 10s}, retry: {attempts: 5, backoff: 1s, budget: 100%}"))) {
            // Pauses are drawn at random: it may pass within one, or within the attempt after it.
            assertThat(gateway.get("/").status()).isEqualTo(504);
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.DEADLINE_PASSED);
            assertThat(ended.attempts()).isLessThan(5);
        }
    }

    @Test
    void waiting_for_a_connection_stops_at_it() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin slow = Origin.that(connection -> {
                    connection.head();
                    go.await();
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0}}
                    upstreams:
                      origin: {targets: [{address: "127.0.0.1:%d"}], pool: {connections: 1, patience: 1m}}
                    routes:
                      slow: {match: {path: /slow}, forward: {upstream: origin}}
                      short: {match: {path: /short}, deadline: 100ms, forward: {upstream: origin}}
                    """.formatted(slow.port()));
                RawClient first = gateway.connect()) {
            first.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            slow.nextHead();
            assertThat(gateway.get("/short").status()).isEqualTo(504);
            assertThat(gateway.ended().detail()).endsWith("while it waited for a place in the upstream's pool");
            assertThat(gateway.waiting()).isZero();
            go.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_response_under_way_is_cut_off() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.with(yaml(origin.port(), "", "500ms", ""))) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            assertThat(gateway.ended().detail()).endsWith("during the response");
        }
    }
}
