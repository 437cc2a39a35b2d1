package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A listener's limit over all clients, and what becomes of its connections when it goes. */
class DoorTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String ANSWERING = """
        listeners: {public: {address: 127.0.0.1, port: 0%s}}
        routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: ok}}}}
        """;
    private static final String OTHER = "listeners: {other: {address: 127.0.0.1, port: 0}}";

    private static RunningGateway answering(String listener) {
        return RunningGateway.with(ANSWERING.formatted(listener));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time for a condition").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void while_there_are_as_many_connections_as_may_be_the_next_waits_and_is_not_reset() throws Exception {
        try (RunningGateway gateway = answering(", limits: {openConnections: 1}");
                RawClient first = gateway.connect()) {
            first.send(GET);
            assertThat(first.answer().status()).isEqualTo(200);
            await(() -> gateway.door().isShut());
            try (RawClient next = gateway.connect()) {
                next.send(GET);
                first.send(GET);
                assertThat(first.answer().status()).isEqualTo(200);
                assertThat(gateway.begun()).isEqualTo(2);
                assertThat(gateway.door().open()).isEqualTo(1);
                first.socket().close();
                assertThat(next.answer().status()).isEqualTo(200);
            }
            await(() -> !gateway.door().isShut());
        }
    }

    @Test
    void a_limit_that_is_raised_lets_those_in_that_wait() throws Exception {
        try (RunningGateway gateway = answering(", limits: {openConnections: 1}");
                RawClient first = gateway.connect()) {
            first.send(GET);
            assertThat(first.answer().status()).isEqualTo(200);
            try (RawClient next = gateway.connect()) {
                next.send(GET);
                gateway.apply(ANSWERING.formatted(""));
                assertThat(next.answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_connection_too_many_of_one_address_is_counted() throws Exception {
        try (RunningGateway gateway = answering(", limits: {connections: 1}");
                RawClient first = gateway.connect()) {
            first.send(GET);
            assertThat(first.answer().status()).isEqualTo(200);
            try (RawClient second = gateway.connect()) {
                assertThat(second.isClosedByGateway()).isTrue();
            }
            assertThat(gateway.door().refusedSoFar()).isEqualTo(1);
        }
    }

    private static Origin answeringAfter(CountDownLatch go) throws Exception {
        return Origin.that(connection -> {
            connection.head();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nla");
            go.await();
            connection.send("te");
        });
    }

    @Test
    void a_response_of_a_removed_listener_finishes_and_its_connection_is_closed() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = answeringAfter(go);
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(GET);
            origin.nextHead();
            gateway.apply(OTHER);
            go.countDown();
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).isEqualTo("late");
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(gateway.door().cutSoFar()).isZero();
        }
    }

    @Test
    void a_stream_of_a_removed_listener_is_told_to_go_and_finishes() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    go.await();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate");
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "GET", "/");
            origin.nextHead();
            gateway.apply(OTHER);
            assertThat(client.next(RawHttp2.GOAWAY).integer(4)).isZero();
            client.send(RawHttp2.PING, RawHttp2.ACK, 0, new byte[8]);
            go.countDown();
            assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("late");
            assertThat(client.next()).isNull();
        }
    }

    @Test
    void events_of_a_removed_listener_that_have_no_end_are_cut_in_time_and_counted() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: one\n\n");
                    connection.isClosedByGateway();
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(GET);
            origin.nextHead();
            gateway.apply(OTHER);
            assertThat(client.answer().ending()).isIn(RawClient.Ending.CUT, RawClient.Ending.RESET);
            assertThat(gateway.door().cutSoFar()).isEqualTo(1);
        }
    }

    @Test
    void a_response_whose_head_went_out_before_the_gateway_stops_closes_its_connection_at_its_end() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = answeringAfter(go);
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send(GET);
            byte[] some = new byte[8];
            assertThat(client.readSome(some)).isPositive();
            CompletableFuture<Integer> cut =
                    CompletableFuture.supplyAsync(() -> gateway.dataPath().close(Duration.ofSeconds(10)));
            await(() -> gateway.dataPath().isDraining());
            go.countDown();
            assertThat(cut.get()).isZero();
        }
    }
}
