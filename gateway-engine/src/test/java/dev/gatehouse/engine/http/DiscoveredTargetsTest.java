package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.upstream.Discovered;
import dev.gatehouse.engine.upstream.Found;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Targets that come and go while requests are under way. */
class DiscoveredTargetsTest {
    private static final String YAML = """
        listeners: {public: {address: 127.0.0.1, port: 0}}
        upstreams: {origin: {discovery: {dns: "origin.test:80"}}}
        routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
        """;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static void find(RunningGateway gateway, Discovered discovered, Origin... origins) {
        List<Found> found = List.of(origins).stream()
                .map(origin -> new Found("127.0.0.1:" + origin.port(), "origin.test", 1, 0))
                .toList();
        discovered.found(found, Instant.now(), Instant.now());
        gateway.dataPath().targetsChanged();
    }

    @Test
    void what_is_in_flight_at_a_target_that_goes_finishes_and_then_its_connections_are_closed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(2);
        try (Origin old = Origin.that(connection -> {
                    if (connection.head().startsWith("GET /slow")) {
                        asked.countDown();
                        gone.await();
                    }
                    connection.send(OK);
                    if (connection.isClosedByGateway()) {
                        closed.countDown();
                    }
                });
                Origin fresh = Origin.answering(OK.replace("ok", "no"));
                RunningGateway gateway = RunningGateway.with(YAML)) {
            Snapshot snapshot = gateway.compile(YAML);
            gateway.dataPath().prepare(snapshot).swap();
            assertThat(gateway.get("/").status()).isEqualTo(503);
            RunningGateway.Ended none = gateway.ended();
            assertThat(none.fault()).isEqualTo(Fault.NO_TARGET);
            assertThat(none.detail())
                    .isEqualTo("the discovery of targets of origin by dns origin.test:80 has found none yet");
            Discovered discovered = Objects.requireNonNull(
                    snapshot.upstreams().getFirst().state().discovered());
            find(gateway, discovered, old);
            try (RawClient slow = gateway.connect()) {
                slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
                asked.await();
                assertThat(gateway.get("/").body()).isEqualTo("ok");
                find(gateway, discovered, fresh);
                for (int i = 0; i < 4; i++) {
                    assertThat(gateway.get("/").body()).isEqualTo("no");
                }
                gone.countDown();
                assertThat(slow.answer().body()).isEqualTo("ok");
            }
            closed.await();
            assertThat(gateway.inUse()).isZero();
        }
    }
}
