package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwapTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static String revision(int origin, int number, int connections) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}], pool: {connections: %d}}}
            routes:
              all: {match: {path: /**}, forward: {upstream: origin}}
              now: {match: {path: /now}, forward: {respond: {body: "%d"}}}
            """.formatted(origin, connections, number);
    }

    @Test
    void a_hundred_applies_during_steady_traffic_fail_no_request() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(revision(origin.port(), 0, 256));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            List<Future<Integer>> failures = new ArrayList<>();
            for (int c = 0; c < 8; c++) {
                boolean fresh = c % 4 == 0;
                Callable<Integer> load = () -> {
                    int failed = 0;
                    RawClient client = gateway.connect();
                    while (!stop.get()) {
                        if (fresh) {
                            client.close();
                            client = gateway.connect();
                        }
                        client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
                        RawClient.Answer answer = client.answer();
                        failed += answer.status() == 200 && answer.body().equals("ok") ? 0 : 1;
                        sent.incrementAndGet();
                    }
                    client.close();
                    return failed;
                };
                failures.add(clients.submit(load));
            }
            int port = gateway.port();
            for (int i = 1; i <= 100; i++) {
                int before = sent.get();
                gateway.apply(revision(origin.port(), i, 256 + i % 2));
                assertThat(gateway.get("/now").body()).isEqualTo(Integer.toString(i));
                while (sent.get() < before + 20) {
                    Thread.onSpinWait();
                }
            }
            stop.set(true);
            for (Future<Integer> failed : failures) {
                assertThat(failed.get()).isZero();
            }
            assertThat(gateway.port()).isEqualTo(port);
            assertThat(sent.get()).isGreaterThan(2000);
        }
    }

    private static String weights(Origin first, int one, Origin second, int two, String balancer) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin:
                targets: [{address: "127.0.0.1:%d", weight: %d}, {address: "127.0.0.1:%d", weight: %d}]
                balancer: {type: %s}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(first.port(), one, second.port(), two, balancer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-requests"})
    void a_drained_target_finishes_what_it_has_and_takes_nothing_new(String balancer) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Origin slow = Origin.that(connection -> {
                    connection.head();
                    release.await();
                    connection.send(OK);
                    connection.isClosedByGateway();
                });
                Origin other = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(weights(slow, 1, other, 0, balancer));
                RawClient waiting = gateway.connect()) {
            waiting.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            slow.nextHead();
            gateway.apply(weights(slow, 0, other, 1, balancer));
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get("/").status()).isEqualTo(200);
                assertThat(gateway.ended().target()).isEqualTo("127.0.0.1:" + other.port());
            }
            assertThat(gateway.inUse())
                    .as("the request in flight is still counted: its permit and its target")
                    .isEqualTo(2);
            release.countDown();
            assertThat(waiting.answer().status()).isEqualTo(200);
            assertThat(gateway.ended().target()).isEqualTo("127.0.0.1:" + slow.port());
            assertThat(gateway.inUse()).isZero();
            assertThat(slow.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_upstream_whose_targets_are_all_drained_is_answered_for_with_503() throws Exception {
        try (Origin origin = Origin.answering(OK);
                Origin other = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(weights(origin, 0, other, 0, "round-robin"))) {
            assertThat(gateway.get("/").status()).isEqualTo(503);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.NO_TARGET);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_port_in_use_is_a_violation_and_changes_nothing() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            String more = """
                listeners:
                  public: {address: 127.0.0.1, port: 0}
                  second: {address: 127.0.0.1, port: %d}
                """.formatted(other.getLocalPort());
            assertThatThrownBy(() -> gateway.dataPath().prepare(gateway.compile(more)))
                    .isInstanceOfSatisfying(PrepareFailed.class, e -> {
                        assertThat(e.violations()).hasSize(1);
                        assertThat(e.violations().getFirst().pointer()).isEqualTo("/listeners/second/port");
                        assertThat(e.violations().getFirst().message())
                                .contains(Integer.toString(other.getLocalPort()), "in use");
                    });
            assertThat(gateway.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void a_port_in_use_is_told_at_the_listeners_place_in_the_document_even_if_a_tenant_owns_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningGateway gateway = RunningGateway.with("listeners: {public: {address: 127.0.0.1, port: 0}}")) {
            Snapshot next = gateway.compile(
                    "listeners: {shop: {owner: acme, address: 127.0.0.1, port: %d}}".formatted(other.getLocalPort()));
            assertThat(next.listeners()).containsOnlyKeys("acme/shop");
            assertThatThrownBy(() -> gateway.dataPath().prepare(next))
                    .isInstanceOfSatisfying(
                            PrepareFailed.class,
                            e -> assertThat(e.violations().getFirst().pointer()).isEqualTo("/listeners/shop/port"));
        }
    }

    @Test
    void the_port_of_another_gateway_is_in_use_too() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway first = RunningGateway.before(origin.port());
                RunningGateway second = RunningGateway.before(origin.port())) {
            String same = RunningGateway.forwardingTo(origin.port(), "").replace("port: 0", "port: " + first.port());
            assertThatThrownBy(() -> second.dataPath().prepare(second.compile(same)))
                    .hasMessageContaining("another gateway");
        }
    }

    @Test
    void a_removed_listener_takes_no_more_connections_and_an_added_one_does() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient kept = gateway.connect()) {
            kept.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(kept.answer().status()).isEqualTo(200);
            int old = gateway.port();
            gateway.apply(RunningGateway.forwardingTo(origin.port(), "").replace("public", "other"));
            assertThat(kept.isClosedByGateway()).isTrue();
            assertThatThrownBy(() -> new RawClient(old)).isInstanceOf(java.net.ConnectException.class);
            try (RawClient fresh = new RawClient(gateway.port("other"))) {
                fresh.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(fresh.answer().status()).isEqualTo(200);
            }
        }
    }

    private static String listeners(Origin origin, String listeners) {
        return RunningGateway.forwardingTo(origin.port(), "")
                .replace("{public: {address: 127.0.0.1, port: 0}}", "{" + listeners + "}");
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void a_renamed_listener_keeps_its_socket_and_its_connections() throws Exception {
        int port = freePort();
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway =
                        RunningGateway.with(listeners(origin, "old: {address: 127.0.0.1, port: " + port + "}"));
                RawClient kept = new RawClient(port)) {
            kept.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(kept.answer().status()).isEqualTo(200);
            gateway.apply(listeners(origin, "new: {address: 127.0.0.1, port: " + port + "}"));
            kept.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(kept.answer().status()).isEqualTo(200);
            assertThat(gateway.port("new")).isEqualTo(port);
        }
    }

    @Test
    void a_listener_moves_to_another_address_on_the_same_port_and_back() throws Exception {
        assumeTrue(Transport.best().sharesPorts());
        int port = freePort();
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway =
                        RunningGateway.with(listeners(origin, "public: {address: 127.0.0.1, port: " + port + "}"))) {
            for (String address : List.of("0.0.0.0", "127.0.0.1", "0.0.0.0")) {
                gateway.apply(listeners(origin, "public: {address: " + address + ", port: " + port + "}"));
                try (RawClient fresh = new RawClient(port)) {
                    fresh.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertThat(fresh.answer().status()).as(address).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void two_listeners_change_places() throws Exception {
        int first = freePort();
        int second = freePort();
        String there = "a: {address: 127.0.0.1, port: %d}, b: {address: 127.0.0.1, port: %d, role: inbound}";
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(listeners(origin, there.formatted(first, second)));
                RawClient edge = new RawClient(first);
                RawClient inside = new RawClient(second)) {
            gateway.apply(listeners(origin, there.formatted(second, first)));
            edge.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(edge.answer().status())
                    .as("it leads to b now, which serves no route")
                    .isEqualTo(404);
            inside.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(inside.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void closing_lets_a_request_in_flight_finish() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    release.await();
                    connection.send(OK);
                });
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            RunningGateway gateway = RunningGateway.before(origin.port());
            try (RawClient client = gateway.connect()) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                origin.nextHead();
                Future<Integer> cut = other.submit(() -> gateway.dataPath().close(java.time.Duration.ofSeconds(5)));
                while (!gateway.dataPath().isDraining()) {
                    Thread.onSpinWait();
                }
                release.countDown();
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("connection")).isEqualTo("close");
                client.socket().close();
                assertThat(cut.get()).isZero();
            }
        }
    }
}
