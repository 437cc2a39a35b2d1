package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.model.Importance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitsTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 20_000;

    private final List<String> granted = new ArrayList<>();

    private Permits.Waiter await(Permits permits, String who) {
        return Objects.requireNonNull(permits.await(Importance.NORMAL, () -> granted.add(who)), "no room to wait");
    }

    @Test
    void no_more_are_given_than_there_are() {
        Permits permits = new Permits(2, 0, null);
        assertThat(permits.tryTake(Importance.NORMAL)).isTrue();
        assertThat(permits.tryTake(Importance.NORMAL)).isTrue();
        assertThat(permits.tryTake(Importance.NORMAL)).isFalse();
        permits.giveBack();
        assertThat(permits.tryTake(Importance.NORMAL)).isTrue();
        assertThat(permits.used()).isEqualTo(2);
    }

    @Test
    void a_permit_goes_to_the_longest_waiting() {
        Permits permits = new Permits(1, 10, null);
        permits.tryTake(Importance.NORMAL);
        await(permits, "first");
        await(permits, "second");
        permits.giveBack();
        assertThat(granted).containsExactly("first");
        assertThat(permits.waiting()).isEqualTo(1);
        permits.giveBack();
        assertThat(granted).containsExactly("first", "second");
        permits.giveBack();
        assertThat(permits.used()).isZero();
        assertThat(permits.waiting()).isZero();
    }

    @Test
    void a_critical_request_goes_before_those_that_wait_longer_and_a_sheddable_one_never_waits() {
        Permits permits = new Permits(1, 10, null);
        permits.tryTake(Importance.NORMAL);
        await(permits, "normal");
        assertThat(permits.await(Importance.CRITICAL, () -> granted.add("critical")))
                .isNotNull();
        assertThat(permits.await(Importance.SHEDDABLE, () -> granted.add("sheddable")))
                .isNull();
        assertThat(permits.refused()).isEqualTo(1);
        permits.giveBack();
        permits.giveBack();
        assertThat(granted).containsExactly("critical", "normal");
    }

    @Test
    void an_adaptive_limit_keeps_room_for_what_matters_more() {
        Permits permits = new Permits(100, 100, new AdaptiveLimit(20, 4, 100));
        for (int i = 0; i < 15; i++) {
            assertThat(permits.tryTake(Importance.SHEDDABLE)).isTrue();
        }
        assertThat(permits.tryTake(Importance.SHEDDABLE)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(permits.tryTake(Importance.NORMAL)).isTrue();
        }
        assertThat(permits.tryTake(Importance.NORMAL)).isFalse();
        await(permits, "normal");
        assertThat(permits.tryTake(Importance.CRITICAL)).isTrue();
        assertThat(permits.tryTake(Importance.CRITICAL)).isTrue();
        assertThat(permits.tryTake(Importance.CRITICAL)).isFalse();
        permits.giveBack();
        permits.giveBack();
        assertThat(granted).as("the room is the critical ones'").isEmpty();
        permits.giveBack();
        assertThat(granted).containsExactly("normal");
    }

    @Test
    void only_so_many_wait() {
        Permits permits = new Permits(1, 1, null);
        permits.tryTake(Importance.NORMAL);
        await(permits, "first");
        assertThat(permits.await(Importance.NORMAL, () -> granted.add("second")))
                .isNull();
        permits.giveBack();
        assertThat(granted).containsExactly("first");
    }

    @Test
    void who_gives_up_is_skipped_and_makes_room() {
        Permits permits = new Permits(1, 1, null);
        permits.tryTake(Importance.NORMAL);
        assertThat(await(permits, "impatient").giveUp()).isTrue();
        await(permits, "patient");
        permits.giveBack();
        assertThat(granted).containsExactly("patient");
    }

    @Test
    void who_has_been_granted_cannot_give_up() {
        Permits permits = new Permits(1, 1, null);
        permits.tryTake(Importance.NORMAL);
        Permits.Waiter waiter = await(permits, "granted");
        permits.giveBack();
        assertThat(waiter.giveUp()).isFalse();
        assertThat(permits.used()).isEqualTo(1);
    }

    @Test
    void a_permit_that_comes_back_before_the_wait_begins_is_not_lost() {
        Permits permits = new Permits(1, 1, null);
        permits.tryTake(Importance.NORMAL);
        permits.giveBack();
        await(permits, "late"); // as if the failed attempt had been before giving back
        assertThat(granted).containsExactly("late");
    }

    /** Many take, wait and give back at once: nobody holds more than there are, and nobody waits for ever. */
    @Test
    void every_waiter_is_granted_under_load() throws Exception {
        Permits permits = new Permits(2, THREADS, null);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        together(_ -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (!permits.tryTake(Importance.NORMAL)) {
                    CompletableFuture<Boolean> mine = new CompletableFuture<>();
                    assertThat(permits.await(Importance.NORMAL, () -> mine.complete(true)))
                            .isNotNull();
                    mine.get(20, TimeUnit.SECONDS); // a lost wake-up ends here
                }
                most.accumulateAndGet(held.incrementAndGet(), Math::max);
                held.decrementAndGet();
                permits.giveBack();
            }
        });
        assertThat(most).hasValueLessThanOrEqualTo(2);
        assertThat(permits.used()).isZero();
        assertThat(permits.waiting()).isZero();
    }

    /** Giving up races with being granted: exactly one of the two happens, and no permit gets lost. */
    @Test
    void giving_up_and_being_granted_exclude_each_other() throws Exception {
        Permits permits = new Permits(1, THREADS, null);
        AtomicInteger both = new AtomicInteger();
        AtomicInteger neither = new AtomicInteger();
        together(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < ROUNDS; i++) {
                if (permits.tryTake(Importance.NORMAL)) {
                    permits.giveBack();
                    continue;
                }
                CompletableFuture<Boolean> mine = new CompletableFuture<>();
                Permits.Waiter waiter =
                        Objects.requireNonNull(permits.await(Importance.NORMAL, () -> mine.complete(true)));
                for (int spin = random.nextInt(50); spin > 0; spin--) {
                    Thread.onSpinWait();
                }
                if (waiter.giveUp()) {
                    both.addAndGet(mine.isDone() ? 1 : 0);
                } else {
                    neither.addAndGet(
                            mine.completeOnTimeout(false, 20, TimeUnit.SECONDS).get() ? 0 : 1);
                    permits.giveBack();
                }
            }
        });
        assertThat(both).hasValue(0);
        assertThat(neither).hasValue(0);
        assertThat(permits.used()).isZero();
        assertThat(permits.waiting()).isZero();
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void together(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                all.add(threads.submit(() -> {
                    start.await();
                    work.run(thread);
                    return true;
                }));
            }
            for (Future<Boolean> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        }
    }
}
