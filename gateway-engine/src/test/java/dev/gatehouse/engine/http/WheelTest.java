package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WheelTest {
    private static final long TICK = Wheel.TICK_NANOS;
    private static final long ROUND = 1024 * TICK;

    private final Wheel wheel = new Wheel(0);
    private final List<String> expired = new ArrayList<>();

    private final class Named extends Timed {
        private final String name;
        private Runnable then = () -> {};

        Named(String name) {
            this.name = name;
        }

        Named then(Runnable what) {
            then = what;
            return this;
        }

        @Override
        void expired() {
            expired.add(name);
            then.run();
        }
    }

    private Named due(String name, long deadline) {
        Named named = new Named(name);
        wheel.set(named, deadline);
        return named;
    }

    @Test
    void a_deadline_is_met_within_a_tick_and_never_early() {
        due("a", 10 * TICK + 1);
        wheel.advance(10 * TICK);
        assertThat(expired).isEmpty();
        wheel.advance(11 * TICK);
        assertThat(expired).containsExactly("a");
        assertThat(wheel.isEmpty()).isTrue();
    }

    @Test
    void it_expires_once() {
        due("a", TICK);
        wheel.advance(5 * TICK);
        wheel.advance(2 * ROUND);
        assertThat(expired).containsExactly("a");
    }

    @Test
    void a_deadline_further_than_the_wheel_is_round_waits_for_its_round() {
        due("far", 3 * ROUND + TICK);
        wheel.advance(3 * ROUND);
        assertThat(expired).isEmpty();
        wheel.advance(3 * ROUND + 2 * TICK);
        assertThat(expired).containsExactly("far");
    }

    @Test
    void a_deadline_moves_later_and_earlier() {
        Named later = due("later", 5 * TICK);
        Named earlier = due("earlier", 500 * TICK);
        wheel.set(later, 50 * TICK);
        wheel.set(earlier, 3 * TICK);
        wheel.advance(10 * TICK);
        assertThat(expired).containsExactly("earlier");
        wheel.advance(51 * TICK);
        assertThat(expired).containsExactly("earlier", "later");
    }

    @Test
    void what_is_removed_or_has_no_deadline_any_more_does_not_expire() {
        wheel.remove(due("removed", 5 * TICK));
        wheel.set(due("none", 5 * TICK), Timed.NEVER);
        wheel.advance(20 * TICK);
        assertThat(expired).isEmpty();
        assertThat(wheel.isEmpty()).isTrue();
    }

    /** As an exchange does whose end takes the other side's deadline away. */
    @Test
    void one_that_expires_may_remove_another_that_is_due_at_the_same_tick() {
        Named first = new Named("x");
        Named second = new Named("y");
        first.then(() -> wheel.remove(second));
        second.then(() -> wheel.remove(first));
        wheel.set(first, TICK);
        wheel.set(second, TICK);
        due("z", TICK);
        wheel.advance(5 * TICK);
        assertThat(expired).hasSize(2).contains("z").containsAnyOf("x", "y");
        assertThat(wheel.isEmpty()).isTrue();
    }

    @Test
    void one_that_expires_may_move_another_that_is_due_at_the_same_tick() {
        Named first = new Named("x");
        Named second = new Named("y");
        first.then(() -> wheel.set(second, 40 * TICK));
        second.then(() -> wheel.set(first, 40 * TICK));
        wheel.set(first, TICK);
        wheel.set(second, TICK);
        due("z", TICK);
        wheel.advance(5 * TICK);
        assertThat(expired).hasSize(2).contains("z");
        first.then(() -> {});
        second.then(() -> {});
        wheel.advance(45 * TICK);
        assertThat(expired).hasSize(3).contains("x", "y"); // the one that was moved comes at its new time
    }

    @Test
    void one_that_expires_may_begin_anew() {
        Named again = new Named("again");
        again.then(() -> wheel.set(again, 10 * TICK));
        wheel.set(again, TICK);
        wheel.advance(5 * TICK);
        assertThat(expired).containsExactly("again");
        again.then(() -> {});
        wheel.advance(11 * TICK);
        assertThat(expired).containsExactly("again", "again");
    }

    @Test
    void thousands_expire_each_in_its_tick() {
        SplittableRandom random = new SplittableRandom(7);
        long[] now = {0};
        List<Long> late = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long deadline = random.nextLong(3 * ROUND);
            Named named = new Named("n");
            wheel.set(named.then(() -> late.add(now[0] - deadline)), deadline);
        }
        for (int t = 1; t <= 3 * 1024 + 2; t++) {
            now[0] = t * TICK;
            wheel.advance(now[0]);
        }
        assertThat(late).hasSize(5000).allMatch(l -> l >= 0 && l <= TICK);
        assertThat(wheel.isEmpty()).isTrue();
    }
}
