package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Targets at which requests fail get none for a time. */
class HealthTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BUSY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

    private static String yaml(String settings, int... ports) {
        StringBuilder targets = new StringBuilder();
        for (int port : ports) {
            targets.append(targets.isEmpty() ? "" : ", ").append("{address: \"127.0.0.1:" + port + "\"}");
        }
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [%s], %s}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(targets, settings);
    }

    @Test
    void a_failing_target_is_left_alone_and_asked_again_when_its_time_is_over() throws Exception {
        AtomicBoolean well = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        try (Origin failing = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        asked.incrementAndGet();
                        connection.send(well.get() ? OK : BUSY);
                    }
                });
                Origin good = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(
                        yaml("health: {passive: {failures: 3, ejectFor: 1s}}", failing.port(), good.port()));
                RawClient client = gateway.connect()) {
            int failed = 0;
            while (failed < 3) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                failed += client.answer().status() == 503 ? 1 : 0;
            }
            well.set(true);
            while (asked.get() == 3) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(200);
            }
            assertThat(asked.get()).isEqualTo(4);
        }
    }

    @Test
    void an_ejected_target_stays_out_in_the_next_revision() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Origin failing = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        asked.incrementAndGet();
                        connection.send(BUSY);
                    }
                });
                Origin good = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(yaml(
                        "health: {passive: {failures: 1, ejectFor: 1h}}, retry: {backoff: 0ms}",
                        failing.port(),
                        good.port()))) {
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.get("/").status()).isEqualTo(200);
            }
            assertThat(asked.get()).isEqualTo(1);
            gateway.apply(yaml(
                    "health: {passive: {failures: 2, ejectFor: 1h}}, retry: {backoff: 0ms}",
                    failing.port(),
                    good.port()));
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.get("/").status()).isEqualTo(200);
            }
            assertThat(asked.get()).isEqualTo(1);
            gateway.apply(yaml("retry: {backoff: 0ms}", failing.port(), good.port()));
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.get("/").status()).isEqualTo(200);
            }
            assertThat(asked.get()).as("nobody is ejected without the setting").isGreaterThan(1);
        }
    }

    @Test
    void when_all_are_out_all_are_asked() throws Exception {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        try (Origin failing = busy(first);
                Origin other = busy(second);
                RunningGateway gateway = RunningGateway.with(yaml(
                        "health: {passive: {failures: 1, ejectFor: 1h, maxEjected: 100%}}",
                        failing.port(), other.port()))) {
            for (int i = 0; i < 6; i++) {
                assertThat(gateway.get("/").status()).isEqualTo(503);
                assertThat(gateway.ended().fault()).isNull();
            }
            assertThat(first.get()).isGreaterThan(1);
            assertThat(second.get()).isGreaterThan(1);
        }
    }

    private static Origin busy(AtomicInteger asked) throws java.io.IOException {
        return Origin.that(connection -> {
            while (!connection.head().isEmpty()) {
                asked.incrementAndGet();
                connection.send(BUSY);
            }
        });
    }
}
