package dev.gatehouse.app.work;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * All work beside the screen, so that it can be seen and stopped. Jobs are started, and the list changes, on the UI
 * thread; each runs on a virtual thread of its own.
 */
public final class Jobs implements AutoCloseable {
    /** Finished jobs that are still listed. */
    private static final int KEPT = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObservableList<Job<?>> all = FXCollections.observableArrayList();
    /** Kept: a wrapper that nobody holds takes its listeners along when it is collected. */
    private final ObservableList<Job<?>> view = FXCollections.unmodifiableObservableList(all);

    private final Executor ui;
    private final InstantSource clock;
    private final Delay delay;

    /** No work yet; jobs age by the machine's clock. */
    public Jobs(Executor ui, InstantSource clock) {
        this(ui, clock, Delay.on(ui));
    }

    /**
     * No work yet.
     *
     * @param ui where state is changed
     * @param delay tells jobs how long they have run
     */
    public Jobs(Executor ui, InstantSource clock, Delay delay) {
        this.ui = ui;
        this.clock = clock;
        this.delay = delay;
    }

    /**
     * Starts work.
     *
     * @param title what it is for, as a person reads it: "Reading the configuration"
     */
    public <T> Job<T> start(String title, Work<T> work) {
        Job<T> job = new Job<>(title, clock.instant(), ui);
        all.add(job);
        job.stateProperty().addListener(change -> forgetOld());
        return run(job, work);
    }

    /** Starts work that nobody asked for, such as reading on what grows; it is not listed. */
    public <T> Job<T> quiet(String title, Work<T> work) {
        return run(new Job<>(title, clock.instant(), ui), work);
    }

    private <T> Job<T> run(Job<T> job, Work<T> work) {
        job.pace(delay);
        job.runs(threads.submit(() -> job.run(work)));
        return job;
    }

    /** Running jobs and the last finished ones, the oldest first. */
    public ObservableList<Job<?>> all() {
        return view;
    }

    /** Stops everything that runs. Does not wait. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void forgetOld() {
        long finished = all.stream()
                .filter(job -> job.stateProperty().get() != Job.State.RUNNING)
                .count();
        for (int i = 0; i < all.size() && finished > KEPT; i++) {
            if (all.get(i).stateProperty().get() != Job.State.RUNNING) {
                all.remove(i--);
                finished--;
            }
        }
    }
}
