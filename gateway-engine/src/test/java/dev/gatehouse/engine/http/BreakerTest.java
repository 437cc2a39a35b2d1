package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An upstream that fails is left alone for a time, and something else answers meanwhile. */
class BreakerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BUSY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy";

    private final AtomicBoolean well = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    private Origin origin() throws java.io.IOException {
        return Origin.that(connection -> {
            while (!connection.head().isEmpty()) {
                asked.incrementAndGet();
                connection.send(well.get() ? OK : BUSY);
            }
        });
    }

    private static String yaml(Origin origin, String settings, String others) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              origin:
                targets: [{address: "127.0.0.1:%d"}]
                breaker: {minimum: 4, %s}
              %s
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(origin.port(), settings, others);
    }

    private static void fail(RunningGateway gateway) throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("busy");
            assertThat(gateway.ended().fault()).isNull();
        }
    }

    @Test
    void an_upstream_that_fails_is_asked_no_more_until_its_time_is_over() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = RunningGateway.with(yaml(origin, "openFor: 1s, probes: 1", ""))) {
            fail(gateway);
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("circuit-open", "4 of 4 attempts failed");
            assertThat(answer.header("retry-after")).isEqualTo("1");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.CIRCUIT_OPEN);
            assertThat(ended.attempts()).isZero();
            assertThat(asked.get()).isEqualTo(4);
            well.set(true);
            while (gateway.get("/").status() != 200) {
                assertThat(asked.get()).isEqualTo(4);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(gateway.get("/").body()).isEqualTo("ok");
            }
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_response_answers_while_the_circuit_is_open_with_a_body_still_to_come() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = RunningGateway.with(yaml(
                        origin,
                        "openFor: 1h, fallback: {respond: {status: 200, headers: {x-from: fallback}, body: later}}",
                        ""))) {
            fail(gateway);
            RawClient.Answer answer = gateway.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("later");
            assertThat(answer.header("x-from")).isEqualTo("fallback");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isNull();
            assertThat(ended.steps()).containsExactly("circuit-breaker reply open null");
            assertThat(asked.get()).isEqualTo(4);
        }
    }

    @Test
    void another_upstream_answers_while_the_circuit_is_open() throws Exception {
        try (Origin origin = origin();
                Origin other = Origin.that(connection -> {
                    connection.head();
                    connection.read(5);
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.with(yaml(
                        origin,
                        "openFor: 1h, fallback: {upstream: spare}",
                        "spare: {targets: [{address: \"127.0.0.1:" + other.port() + "\"}]}"))) {
            fail(gateway);
            assertThat(gateway.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                            .body())
                    .isEqualTo("ok");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.target()).isEqualTo("127.0.0.1:" + other.port());
            assertThat(ended.steps()).containsExactly("circuit-breaker detour open spare");
            assertThat(other.nextHead()).startsWith("POST /a HTTP/1.1");
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void an_open_circuit_stays_open_in_the_next_revision() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = RunningGateway.with(yaml(origin, "openFor: 1h", ""))) {
            fail(gateway);
            gateway.apply(yaml(origin, "openFor: 1h, fallback: {respond: {status: 418}}", ""));
            assertThat(gateway.get("/").status()).isEqualTo(418);
            gateway.apply(yaml(origin, "openFor: 30m", ""));
            assertThat(gateway.get("/").body()).as("another rule begins anew").isEqualTo("busy");
        }
    }
}
