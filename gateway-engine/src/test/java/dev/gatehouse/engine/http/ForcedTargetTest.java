package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.RunningGateway.Ended;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What targets that are forced out see of it. */
class ForcedTargetTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static void force(RunningGateway gateway, Origin origin, ForcedTarget.State state) {
        gateway.force("127.0.0.1:" + origin.port(), new ForcedTarget(state, "ann", Instant.EPOCH, null));
    }

    @Test
    void down_closes_idle_connections_at_once_and_used_ones_with_their_answer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch idleClosed = new CountDownLatch(1);
        CountDownLatch usedClosed = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    boolean used = connection.head().startsWith("GET /slow");
                    if (used) {
                        asked.countDown();
                        answer.await();
                    }
                    connection.send(OK);
                    if (connection.isClosedByGateway()) {
                        (used ? usedClosed : idleClosed).countDown();
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient slow = gateway.connect()) {
            slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            asked.await();
            assertThat(gateway.get("/").status()).isEqualTo(200);
            force(gateway, origin, ForcedTarget.State.DOWN);
            idleClosed.await();
            answer.countDown();
            assertThat(slow.answer().body()).isEqualTo("ok");
            usedClosed.await();
            assertThat(gateway.get("/").status()).isEqualTo(503);
        }
    }

    @Test
    void drain_lets_what_is_there_finish_and_sends_nothing_new() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    asked.countDown();
                    answer.await();
                    connection.send(OK);
                    connection.head();
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient slow = gateway.connect()) {
            slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            asked.await();
            force(gateway, origin, ForcedTarget.State.DRAIN);
            RawClient.Answer refused = gateway.get("/");
            assertThat(refused.status()).isEqualTo(503);
            Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.NO_TARGET);
            assertThat(ended.detail())
                    .isEqualTo("an operator has forced out every target of origin that could take requests");
            answer.countDown();
            assertThat(slow.answer().body()).isEqualTo("ok");
            force(gateway, origin, ForcedTarget.State.UP);
            slow.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(slow.answer().body()).isEqualTo("ok");
            assertThat(origin.connections()).as("the connection was kept").isEqualTo(1);
        }
    }
}
