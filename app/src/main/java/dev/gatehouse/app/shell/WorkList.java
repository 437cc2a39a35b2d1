package dev.gatehouse.app.shell;

import dev.gatehouse.app.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * What the work drawer shows: jobs that took longer than {@value #UNSEEN_MILLIS} ms, for as long as they run and a minute
 * after. UI thread; needs no toolkit.
 */
public final class WorkList {
    /** Shorter work shows nothing of itself. */
    static final long UNSEEN_MILLIS = 300;

    private static final Duration STAYS = Duration.ofMinutes(1);

    private final ObservableList<Job<?>> jobs;
    private final InstantSource clock;
    private final Map<Job<?>, Instant> ended = new HashMap<>();
    private final ObservableList<Job<?>> shown = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper endings = new ReadOnlyLongWrapper();
    private final ObservableList<Job<?>> view = FXCollections.unmodifiableObservableList(shown);

    /** Those of these jobs that are worth showing. */
    public WorkList(ObservableList<Job<?>> jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
        jobs.forEach(this::follow);
        jobs.addListener((ListChangeListener<Job<?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
                change.getRemoved().forEach(ended::remove);
            }
        });
    }

    /** The jobs to show, the newest first. */
    public ObservableList<Job<?>> shown() {
        return view;
    }

    /** How many of those shown still run. */
    public long running() {
        return shown.stream()
                .filter(job -> job.stateProperty().get() == Job.State.RUNNING)
                .count();
    }

    /** Grows when a job ends, one way or another. */
    public ReadOnlyLongProperty endingsProperty() {
        return endings.getReadOnlyProperty();
    }

    /** Looks again: something became long enough to be seen, or was done long ago. */
    public void look() {
        Instant now = clock.instant();
        List<Job<?>> next = jobs.reversed().stream()
                .filter(job -> isSeen(job, now))
                .<Job<?>>map(job -> job)
                .toList();
        if (!next.equals(shown)) {
            shown.setAll(next);
        }
    }

    private boolean isSeen(Job<?> job, Instant now) {
        Instant end = ended.get(job);
        Duration took = Duration.between(job.started(), Objects.requireNonNullElse(end, now));
        return took.toMillis() >= UNSEEN_MILLIS && (end == null || now.isBefore(end.plus(STAYS)));
    }

    private void follow(Job<?> job) {
        job.stateProperty().addListener((property, before, now) -> {
            ended.put(job, clock.instant());
            look();
            endings.set(endings.get() + 1);
        });
    }
}
