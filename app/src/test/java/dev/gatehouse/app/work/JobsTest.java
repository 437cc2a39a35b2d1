package dev.gatehouse.app.work;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final Jobs jobs = new Jobs(posted::add, InstantSource.system());
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

    private void pump() throws InterruptedException {
        Runnable next = posted.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        if (next != null) {
            next.run();
        }
    }
}
