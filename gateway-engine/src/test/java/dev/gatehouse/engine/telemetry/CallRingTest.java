package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallRingTest {
    private static byte[] call(int i) {
        return ("call " + i + "x".repeat(i % 97)).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void what_goes_in_comes_out_in_order_also_around_the_end() {
        CallRing ring = new CallRing(1024);
        for (int i = 0; i < 5000; i++) {
            assertThat(ring.offer(call(i), call(i).length)).isTrue();
            assertThat(ring.offer(call(i + 1), call(i + 1).length)).isTrue();
            assertThat(ring.poll()).isEqualTo(call(i));
            assertThat(ring.poll()).isEqualTo(call(i + 1));
            assertThat(ring.poll()).isNull();
        }
        assertThat(ring.dropped()).isZero();
    }

    @Test
    void a_full_ring_drops_and_counts_and_keeps_what_it_has() {
        CallRing ring = new CallRing(256);
        byte[] call = new byte[60];
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            taken += ring.offer(call, call.length) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(4);
        assertThat(ring.dropped()).isEqualTo(6);
        assertThat(ring.poll()).hasSize(60);
        assertThat(ring.offer(call, call.length)).isTrue();
    }

    @Test
    void two_threads_lose_nothing_but_what_is_counted() throws InterruptedException {
        CallRing ring = new CallRing(4096);
        int calls = 200_000;
        Thread loop = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < calls; i++) {
                ring.offer(call(i), call(i).length);
            }
        });
        int seen = 0;
        int last = -1;
        while (true) {
            boolean over = !loop.isAlive();
            byte[] bytes = ring.poll();
            if (bytes == null) {
                if (over) {
                    break;
                }
                continue;
            }
            String text = new String(bytes, StandardCharsets.US_ASCII);
            int number = Integer.parseInt(text.substring(5).replace("x", ""));
            assertThat(number).isGreaterThan(last);
            assertThat(bytes).isEqualTo(call(number));
            last = number;
            seen++;
        }
        loop.join();
        assertThat(seen + ring.dropped()).isEqualTo(calls);
    }
}
