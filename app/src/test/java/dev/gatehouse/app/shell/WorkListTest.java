package dev.gatehouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkListTest {
    private final Clock clock = new Clock();
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(ui::add, clock);
    private final WorkList work = new WorkList(jobs.all(), clock);

    @Test
    void short_work_is_never_shown() throws InterruptedException {
        Job<String> job = jobs.start("Reading", told -> "done");
        end(job);
        work.look();
        assertThat(work.shown()).isEmpty();
    }

    @Test
    void long_work_is_shown_while_it_runs_and_a_minute_after() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Job<Boolean> job = jobs.start("Draining", told -> go.await(20, TimeUnit.SECONDS));
        work.look();
        assertThat(work.shown()).isEmpty();
        clock.pass(Duration.ofMillis(400));
        work.look();
        assertThat(work.shown().getFirst()).isSameAs(job);
        assertThat(work.running()).isOne();
        go.countDown();
        end(job);
        assertThat(work.running()).isZero();
        clock.pass(Duration.ofSeconds(59));
        work.look();
        assertThat(work.shown().getFirst()).isSameAs(job);
        clock.pass(Duration.ofSeconds(2));
        work.look();
        assertThat(work.shown()).isEmpty();
    }

    private void end(Job<?> job) throws InterruptedException {
        while (job.stateProperty().get() == Job.State.RUNNING) {
            Runnable task = ui.poll(20, TimeUnit.SECONDS);
            assertThat(task).isNotNull();
            task.run();
        }
    }

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-05-12T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
