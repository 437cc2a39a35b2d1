package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * An origin that answers everything with 503 under a steady load, with retries on: what it sees stays near the requests, and
 * when it is well again, so is every answer. {@code -Dgatehouse.proof.seconds=30} makes it as long as the promise is.
 */
class RetryStormTest {
    private static final int SECONDS = Integer.getInteger("gatehouse.proof.seconds", 2);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BUSY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy";

    @Test
    void an_origin_that_is_overwhelmed_sees_at_most_a_fifth_more_than_the_requests() throws Exception {
        AtomicBoolean ill = new AtomicBoolean(true);
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        try (Origin origin = Origin.that(connection -> {
                    while (!connection.head().isEmpty()) {
                        boolean busy = ill.get();
                        seen.addAndGet(busy ? 1 : 0);
                        connection.send(busy ? BUSY : OK);
                    }
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(
                        origin.port(), "retry: {attempts: 4, on: [connect-failure, \"503\"], backoff: 5ms}"));
                SteadyLoad load = new SteadyLoad()) {
            int port = gateway.port();
            Steady.Check counting = (status, body) -> {
                assertThat(status).isIn(200, 503);
                failed.addAndGet(status == 503 ? 1 : 0);
            };
            load.begin(10, 250, () -> Steady.http1(port, "/x", counting));
            load.begin(10, 250, () -> Steady.http2(port, "/x", counting));
            while (load.sent() < SECONDS * 500) {
                Thread.onSpinWait();
            }
            ill.set(false);
            assertThat(load.end()).isEmpty();
            assertThat(failed.get()).as("requests that failed").isGreaterThan(SECONDS * 400);
            assertThat(seen.get())
                    .as("what the origin saw of %s requests", load.sent())
                    .isBetween(failed.get() + 1, load.sent() * 12 / 10);
            RawClient.Answer answer = gateway.get("/x");
            assertThat(answer.status()).as("when it is well again").isEqualTo(200);
            assertThat(gateway.inUse()).isZero();
        }
    }
}
