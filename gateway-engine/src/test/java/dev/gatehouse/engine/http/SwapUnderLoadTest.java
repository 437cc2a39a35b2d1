package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Twenty revisions one after the other while requests, event streams and WebSockets run over both protocols. Each revision
 * forwards to another origin under another path, so that a request of two revisions gives itself away.
 * {@code -Dgatehouse.proof.seconds=20} makes it as long as the promise is.
 */
class SwapUnderLoadTest {
    private static final int SWAPS = 20;
    private static final int SECONDS = Integer.getInteger("gatehouse.proof.seconds", 2);
    private static final int EACH = 25; // 25 of each kind of stream over each protocol

    private static String revision(int number, Origin one, Origin other) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}], pool: {connections: %d}}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin, path: /%d/**}}}
            """.formatted((number % 2 == 0 ? one : other).port(), 256 + number % 3, number);
    }

    @Test
    void no_request_fails_and_no_stream_is_cut_while_twenty_revisions_come() throws Exception {
        AtomicInteger applied = new AtomicInteger(1);
        try (Origin one = Steady.origin("even");
                Origin other = Steady.origin("odd");
                RunningGateway gateway = RunningGateway.with(revision(1, one, other));
                SteadyLoad requests = new SteadyLoad();
                SteadyLoad streams = new SteadyLoad()) {
            int port = gateway.port();
            streams.begin(EACH, EACH * 10, () -> Steady.events1(port));
            streams.begin(EACH, EACH * 10, () -> Steady.events2(port));
            streams.begin(EACH, EACH * 2, () -> Steady.socket1(port));
            streams.begin(EACH, EACH * 2, () -> Steady.socket2(port));
            while (gateway.begun() < 4 * EACH) {
                Thread.onSpinWait();
            }
            int clients = 10;
            requests.begin(clients, 250, () -> {
                OfOneRevision check = new OfOneRevision(applied);
                return check.before(Steady.http1(port, "/x", check));
            });
            requests.begin(clients, 250, () -> {
                OfOneRevision check = new OfOneRevision(applied);
                return check.before(Steady.http2(port, "/x", check));
            });
            long begun = System.nanoTime();
            for (int i = 1; i <= SWAPS; i++) {
                long next = begun + i * (SECONDS * 1_000_000_000L / SWAPS);
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                gateway.apply(revision(i + 1, one, other));
                applied.set(i + 1);
            }
            int sent = requests.sent();
            while (requests.sent() < sent + 2 * clients) {
                Thread.onSpinWait();
            }
            assertThat(requests.end()).as("failed requests").isEmpty();
            assertThat(streams.end()).as("cut streams").isEmpty();
            assertThat(requests.sent()).isGreaterThan(SECONDS * 50);
            List<RunningGateway.Ended> ended = new ArrayList<>();
            while (ended.size() < gateway.begun()) {
                ended.add(gateway.ended());
            }
            assertThat(ended).allSatisfy(request -> {
                Origin its = request.revision() % 2 == 0 ? one : other;
                assertThat(request.target()).isEqualTo("127.0.0.1:" + its.port());
            });
            assertThat(gateway.inUse()).isZero();
        }
    }

    /** Checks that an answer comes from the origin and the path of one revision, which was served in the meantime. */
    private static final class OfOneRevision implements Steady.Check {
        private final AtomicInteger applied;
        private int before;

        OfOneRevision(AtomicInteger applied) {
            this.applied = applied;
        }

        SteadyLoad.Client before(SteadyLoad.Client client) {
            return new SteadyLoad.Client() {
                @Override
                public void request() throws Exception {
                    before = applied.get();
                    client.request();
                }

                @Override
                public void close() throws IOException {
                    client.close();
                }
            };
        }

        @Override
        public void on(int status, String body) {
            assertThat(status).as(body).isEqualTo(200);
            assertThat(body).matches("(even|odd)/[0-9]+/x");
            int revision = Integer.parseInt(body.split("/", -1)[1]);
            assertThat(body).startsWith(revision % 2 == 0 ? "even" : "odd");
            assertThat(revision).isBetween(before, applied.get() + 1);
        }
    }
}
