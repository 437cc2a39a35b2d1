package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When there is too much, the sheddable requests are refused first and the critical ones last. */
class OverloadTest {
    private static final String ANSWERS = """
        listeners: {public: {address: 127.0.0.1, port: 0}}
        routes:
          sheddable: {match: {path: /sheddable}, importance: sheddable, forward: {respond: {status: 200}}}
          normal: {match: {path: /normal}, forward: {respond: {status: 200}}}
          critical: {match: {path: /critical}, importance: critical, forward: {respond: {status: 200}}}
        """;

    private static String forwarding(int port, String pool) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}], pool: %s}}
            routes:
              sheddable: {match: {path: /sheddable}, importance: sheddable, forward: {upstream: origin}}
              normal: {match: {path: /normal}, forward: {upstream: origin}}
              critical: {match: {path: /critical}, importance: critical, forward: {upstream: origin}}
            """.formatted(port, pool);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time for a condition").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static int status(RunningGateway gateway, String path) {
        try {
            return gateway.get(path).status();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"85, sheddable, normal", "93, normal, critical"})
    void short_memory_refuses_the_less_important_and_gives_in_again(int percent, String refused, String passes)
            throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERS)) {
            gateway.uses(percent);
            await(() -> status(gateway, "/" + refused) == 503);
            RawClient.Answer answer = gateway.get("/" + refused);
            assertThat(answer.header("retry-after")).isEqualTo("1");
            assertThat(answer.body())
                    .contains(
                            "\"code\":\"overloaded\"",
                            "memory for buffers is nearly full",
                            "this request is " + refused);
            assertThat(status(gateway, "/" + passes)).isEqualTo(200);
            gateway.uses(10);
            await(() -> status(gateway, "/" + refused) == 200);
        }
    }

    @Test
    void no_memory_refuses_everything_until_it_is_well_below() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERS)) {
            gateway.uses(98);
            await(() -> status(gateway, "/critical") == 503);
            gateway.uses(91);
            await(() -> status(gateway, "/critical") == 200);
            assertThat(status(gateway, "/normal")).isEqualTo(503);
            gateway.uses(79);
            await(() -> status(gateway, "/normal") == 200);
            assertThat(status(gateway, "/sheddable"))
                    .as("only five percent below what made it refuse")
                    .isEqualTo(503);
        }
    }

    @Test
    void a_full_pool_refuses_sheddable_requests_at_once_and_serves_critical_ones_first() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        go.await();
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                });
                RunningGateway gateway =
                        RunningGateway.with(forwarding(origin.port(), "{connections: 1, patience: 1m}"));
                RawClient first = gateway.connect();
                RawClient normal = gateway.connect();
                RawClient critical = gateway.connect()) {
            first.send("GET /normal HTTP/1.1\r\nHost: a\r\n\r\n");
            origin.nextHead();
            normal.send("GET /normal HTTP/1.1\r\nHost: a\r\n\r\n");
            await(() -> gateway.waiting() == 1);
            critical.send("GET /critical HTTP/1.1\r\nHost: a\r\n\r\n");
            await(() -> gateway.waiting() == 2);
            RawClient.Answer answer = gateway.get("/sheddable");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("1");
            assertThat(gateway.ended().fault()).isEqualTo(Fault.OVERLOADED);
            go.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(critical.answer().status()).isEqualTo(200);
            assertThat(normal.answer().status()).isEqualTo(200);
            assertThat(origin.nextHead()).startsWith("GET /critical ");
            assertThat(origin.nextHead()).startsWith("GET /normal ");
        }
    }

    @Test
    void an_adaptive_limit_refuses_what_the_upstream_does_not_take_and_says_so() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    go.await();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
                });
                RunningGateway gateway = RunningGateway.with(
                        forwarding(origin.port(), "{pending: 0, adaptive: {initial: 4, least: 2}}"))) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                RawClient client = gateway.connect();
                client.send("GET /critical HTTP/1.1\r\nHost: a\r\n\r\n");
                clients.add(client);
                origin.nextHead();
            }
            RawClient.Answer answer = gateway.get("/critical");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"overloaded\"");
            assertThat(gateway.ended().detail())
                    .isEqualTo("origin takes 4 requests at once now, and 4 are there; this one is critical");
            go.countDown();
            for (RawClient client : clients) {
                assertThat(client.answer().status()).isEqualTo(200);
                client.close();
            }
            await(() -> gateway.inUse() == 0);
        }
    }
}
