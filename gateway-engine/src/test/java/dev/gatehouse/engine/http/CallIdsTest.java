package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.CallId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallIdsTest {
    private static final int MANY = 1_000_000;

    private static String next(CallIds ids) {
        ids.next();
        return CallId.text(ids.high(), ids.low());
    }

    /** Half an id differs already, so the whole does. */
    @Test
    void a_million_ids_of_two_loops_are_unique() {
        CallIds.Keys keys = CallIds.Keys.random();
        CallIds[] loops = {new CallIds(keys, 0), new CallIds(keys, 1)};
        long[] halves = new long[MANY];
        for (int i = 0; i < MANY; i++) {
            CallIds loop = loops[i & 1];
            loop.next();
            halves[i] = loop.low();
        }
        assertThat(Arrays.stream(halves).distinct().count()).isGreaterThan(MANY - 2); // by chance: once in 10^7 runs
        Set<String> some = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            some.add(next(loops[i & 1]));
        }
        assertThat(some).hasSize(10_000);
    }

    @Test
    void one_id_says_nothing_of_the_next() {
        CallIds ids = new CallIds(CallIds.Keys.random(), 0);
        long changed = 0;
        long ascending = 0;
        ids.next();
        long high = ids.high();
        long low = ids.low();
        for (int i = 0; i < 10_000; i++) {
            ids.next();
            changed += Long.bitCount(high ^ ids.high()) + Long.bitCount(low ^ ids.low());
            ascending += ids.high() > high ? 1 : 0;
            high = ids.high();
            low = ids.low();
        }
        assertThat(changed / 10_000.0).isBetween(62.0, 66.0); // half of the 128 bits
        assertThat(ascending).isBetween(4_500L, 5_500L);
    }

    @Test
    void gateways_with_keys_of_their_own_make_other_ids() {
        assertThat(next(new CallIds(CallIds.Keys.random(), 0)))
                .isNotEqualTo(next(new CallIds(CallIds.Keys.random(), 0)));
    }

    /** The vector for eight bytes of the authors' own test of SipHash-2-4: key 00 to 0f, message 00 to 07. */
    @Test
    void the_hash_is_siphash() {
        assertThat(CallIds.sip(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0x0706050403020100L))
                .isEqualTo(0x93f5f5799a932462L);
    }
}
