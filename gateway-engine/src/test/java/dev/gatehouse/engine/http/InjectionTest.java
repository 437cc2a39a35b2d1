package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.RunningGateway.Ended;
import dev.gatehouse.engine.injection.Injection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Faults that an operator puts into requests, as clients and targets see them. */
class InjectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String POST = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";

    private static Injection into(
            RunningGateway gateway, @Nullable Duration delay, @Nullable Integer abort, int percent, Duration length) {
        Injection injection = new Injection(
                "7f",
                new Injection.Terms("all", delay, abort, percent, length),
                "ann",
                Instant.EPOCH,
                System.nanoTime());
        assertThat(gateway.injections().add(injection)).isTrue();
        return injection;
    }

    private static Origin echoing() throws Exception {
        return Origin.that(connection -> {
            for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                String body = head.startsWith("POST") ? connection.read(5) : "none";
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        });
    }

    @Test
    void an_aborted_request_gets_the_chosen_status_and_says_who_wanted_it_and_until_when() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Origin origin = Origin.that(connection -> {
                    asked.incrementAndGet();
                    connection.head();
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Injection injection = into(gateway, null, 429, 100, Duration.ofHours(1));
            RawClient.Answer answer = gateway.send(POST);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body()).contains("\"code\":\"fault-injected\"", "\"status\":429");
            Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.FAULT_INJECTED);
            assertThat(ended.detail())
                    .isEqualTo("ann lets requests of this route fail until 1970-01-01T01:00:00Z, injection 7f");
            assertThat(ended.steps()).containsExactly("fault-injection aborted injection 7f of ann null");
            assertThat(asked.get()).isZero();
            assertThat(injection.hits()).isEqualTo(1);
        }
    }

    @Test
    void a_delayed_request_goes_on_with_its_body_and_an_aborted_one_waits_before() throws Exception {
        try (Origin origin = echoing();
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Injection delay = into(gateway, Duration.ofMillis(60), null, 100, Duration.ofHours(1));
            assertThat(gateway.send(POST).body()).isEqualTo("hello");
            assertThat(gateway.ended().steps()).containsExactly("fault-injection delayed injection 7f of ann null");
            assertThat(gateway.injections().end(one -> true)).containsExactly(delay);
            into(gateway, Duration.ofMillis(20), 500, 100, Duration.ofHours(1));
            assertThat(gateway.send(POST).status()).isEqualTo(500);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void other_routes_and_the_rest_of_the_share_meet_nothing() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0}}
                    upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]}}
                    routes:
                      all: {match: {path: /**}, forward: {upstream: origin}}
                      other: {match: {path: /other}, forward: {respond: {status: 204}}}
                    """.formatted(origin.port()))) {
            Injection injection = into(gateway, null, 503, 20, Duration.ofHours(1));
            assertThat(gateway.get("/other").status()).isEqualTo(204);
            int aborted = 0;
            try (RawClient client = gateway.connect()) {
                for (int i = 0; i < 400; i++) {
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    aborted += client.answer().status() == 503 ? 1 : 0;
                }
            }
            // Twenty in a hundred, and not by a hair out of a thousand runs.
            assertThat(aborted).isBetween(40, 130);
            assertThat(injection.hits()).isEqualTo(aborted);
        }
    }

    @Test
    void once_its_time_is_over_nobody_meets_it() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Injection injection = into(gateway, null, 503, 100, Duration.ofNanos(1));
            assertThat(gateway.get("/").status()).isEqualTo(200);
            assertThat(injection.hits()).isZero();
        }
    }

    @Test
    void the_routes_deadline_holds_while_a_request_is_delayed() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "")
                        .replace("path: /**}", "path: /**}, deadline: 100ms"))) {
            into(gateway, Duration.ofMinutes(5), null, 100, Duration.ofHours(1));
            assertThat(gateway.get("/").status()).isEqualTo(504);
            Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.DEADLINE_PASSED);
            assertThat(ended.detail()).isEqualTo("the time that the route gives, 100 ms, passed in an injected delay");
        }
    }

    @Test
    void a_client_that_leaves_during_the_delay_leaves_nothing_behind() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Origin origin = Origin.that(_ -> asked.incrementAndGet());
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Injection injection = into(gateway, Duration.ofMinutes(5), null, 100, Duration.ofHours(1));
            try (RawClient client = gateway.connect()) {
                client.send(POST);
                while (injection.hits() == 0) {
                    Thread.onSpinWait();
                }
            }
            assertThat(gateway.ended().fault()).isEqualTo(Fault.CLIENT_GONE);
            assertThat(asked.get()).isZero();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_circuit_that_opens_during_the_delay_sends_the_request_with_its_body_to_the_fallback() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Origin origin = Origin.that(connection -> {
                    asked.incrementAndGet();
                    connection.head();
                    connection.send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
                });
                Origin spare = echoing();
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0}}
                    upstreams:
                      origin:
                        targets: [{address: "127.0.0.1:%d"}]
                        breaker: {failures: 50%%, minimum: 2, openFor: 1h, fallback: {upstream: spare}}
                      spare: {targets: [{address: "127.0.0.1:%d"}]}
                    routes:
                      all: {match: {path: /**}, forward: {upstream: origin}}
                      quick: {match: {path: /quick}, forward: {upstream: origin}}
                    """.formatted(origin.port(), spare.port()))) {
            Injection injection = into(gateway, Duration.ofMillis(400), null, 100, Duration.ofHours(1));
            try (RawClient client = gateway.connect()) {
                client.send(POST);
                while (injection.hits() == 0) {
                    Thread.onSpinWait();
                }
                gateway.get("/quick");
                gateway.get("/quick");
                assertThat(client.answer().body()).isEqualTo("hello");
            }
            assertThat(asked.get()).isEqualTo(2);
        }
    }
}
