package dev.gatehouse.app.work;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a screen waits for: of the jobs that it follows, the one that runs longest. UI thread; needs no toolkit. */
public final class Loading {
    private final List<Job<?>> running = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Job<?>> job = new ReadOnlyObjectWrapper<>();

    /** Follows a job until it ends, and gives it back. */
    public <T> Job<T> follow(Job<T> next) {
        if (next.stateProperty().get() == Job.State.RUNNING) {
            running.add(next);
            next.stateProperty().addListener((property, before, now) -> {
                running.remove(next);
                choose();
            });
            choose();
        }
        return next;
    }

    /** Whether anything runs. */
    public boolean isRunning() {
        return !running.isEmpty();
    }

    /** Passes over what runs; it is no longer waited for. */
    public void forget() {
        running.clear();
        choose();
    }

    /** The job that is waited for; null for none. */
    public ReadOnlyObjectProperty<@Nullable Job<?>> jobProperty() {
        return job.getReadOnlyProperty();
    }

    private void choose() {
        job.set(running.isEmpty() ? null : running.getFirst());
    }
}
