package dev.gatehouse.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final HandDelay delay = new HandDelay();
    private final Jobs jobs = new Jobs(posted::add, InstantSource.system(), delay);
    private final List<Object> told = new ArrayList<>();

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void what_comes_out_is_told_on_the_ui_thread() throws InterruptedException {
        Job<String> job = jobs.start("Reading", progress -> {
            progress.doing("the first line");
            return "read";
        });
        job.then(told::add);
        pump();
        assertThat(job.doingProperty().get()).isEqualTo("the first line");
        assertThat(told).isEmpty();
        pump();
        assertThat(told).containsExactly("read");
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.DONE);
    }

    @Test
    void a_failure_is_told_to_those_who_come_late_too() throws InterruptedException {
        IllegalStateException broken = new IllegalStateException("broken");
        Job<String> job = jobs.start("Reading", progress -> {
            throw broken;
        });
        pump();
        job.failed(told::add);
        assertThat(told).containsExactly(broken);
    }

    @Test
    void a_cancelled_job_is_interrupted_and_what_it_does_after_is_passed_over() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Job<String> job = jobs.start("Waiting", progress -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        });
        job.then(told::add).failed(told::add);
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).isInstanceOf(CancellationException.class);
        pump();
        assertThat(told).hasSize(1);
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void a_job_comes_of_age_while_it_runs_and_no_longer() {
        Job<String> job = jobs.start("Waiting", progress -> {
            new CountDownLatch(1).await();
            return "never";
        });
        assertThat(job.paceProperty().get()).isEqualTo(Pace.QUICK);
        delay.pass(Duration.ofMillis(149));
        assertThat(job.paceProperty().get()).isEqualTo(Pace.QUICK);
        delay.pass(Duration.ofMillis(1));
        assertThat(job.paceProperty().get()).isEqualTo(Pace.SLOW);
        job.cancel();
        delay.pass(Duration.ofSeconds(5));
        assertThat(job.paceProperty().get()).isEqualTo(Pace.SLOW);
    }

    @Test
    void a_screen_waits_for_the_job_that_runs_longest() {
        Loading loading = new Loading();
        Job<String> first = loading.follow(jobs.start("First", JobsTest::forever));
        Job<String> second = loading.follow(jobs.start("Second", JobsTest::forever));
        assertThat(loading.jobProperty().get()).isSameAs(first);
        first.cancel();
        assertThat(loading.jobProperty().get()).isSameAs(second);
        second.cancel();
        assertThat(loading.jobProperty().get()).isNull();
        assertThat(loading.isRunning()).isFalse();
    }

    private static String forever(Progress told) throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    private void pump() throws InterruptedException {
        Runnable next = posted.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        if (next != null) {
            next.run();
        }
    }
}
