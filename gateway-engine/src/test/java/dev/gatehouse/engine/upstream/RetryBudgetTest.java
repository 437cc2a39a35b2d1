package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static int taken(RetryBudget budget, long now, int wanted) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            taken += budget.take(now) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void a_quiet_upstream_may_retry_a_little() {
        assertThat(taken(new RetryBudget(20), 5 * SECOND, 100)).isEqualTo(RetryBudget.MINIMUM);
    }

    @Test
    void retries_are_a_share_of_the_requests_of_the_last_ten_seconds() {
        RetryBudget budget = new RetryBudget(20);
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 50; i++) {
                budget.request(second * SECOND);
            }
        }
        assertThat(budget.limit(9 * SECOND)).isEqualTo(100);
        assertThat(taken(budget, 9 * SECOND, 1000)).isEqualTo(100);
        assertThat(budget.refused()).isEqualTo(900);
        assertThat(budget.limit(14 * SECOND)).isEqualTo(50); // the first five seconds are over
        assertThat(taken(budget, 14 * SECOND, 1000)).isZero();
        assertThat(taken(budget, 19 * SECOND, 1000)).isEqualTo(RetryBudget.MINIMUM);
    }

    @Test
    void what_fails_for_long_sees_no_more_than_its_share() {
        RetryBudget budget = new RetryBudget(20);
        int requests = 0;
        int retries = 0;
        for (long now = -SECOND; now < 60 * SECOND; now += SECOND / 500) {
            budget.request(now);
            requests++;
            retries += budget.take(now) ? 1 : 0;
        }
        assertThat(retries).isBetween(requests * 15 / 100, requests * 20 / 100);
        assertThat(budget.made()).isEqualTo(retries);
    }

    @Test
    void many_threads_together_never_take_more_than_there_is() {
        RetryBudget budget = new RetryBudget(50);
        IntStream.range(0, 1000).forEach(_ -> budget.request(0));
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, 4000).parallel().forEach(_ -> {
            if (budget.take(0)) {
                taken.incrementAndGet();
            }
        });
        assertThat(taken.get()).isBetween(400, 500);
        assertThat(budget.used(0)).isEqualTo(taken.get());
    }
}
