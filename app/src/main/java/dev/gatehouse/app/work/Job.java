package dev.gatehouse.app.work;

import dev.gatehouse.app.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Work that was started. Its state changes, and its listeners are told, on the UI thread.
 *
 * @param <T> what comes out
 */
public final class Job<T> {
    /** How a job stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String title;
    private final Instant started;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.QUICK);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final List<Consumer<T>> whenDone = new ArrayList<>();
    private final List<Consumer<Exception>> whenFailed = new ArrayList<>();
    private volatile @Nullable Future<?> running;
    private @Nullable T result;
    private @Nullable Exception failure;

    Job(String title, Instant started, Executor ui) {
        this.title = title;
        this.started = started;
        this.ui = ui;
    }

    /** Tells what came out; at once if it is there already. */
    public Job<T> then(Consumer<T> listener) {
        T there = result;
        if (there != null) {
            listener.accept(there);
        } else {
            whenDone.add(listener);
        }
        return this;
    }

    /** Tells why it failed; a cancelled job fails with {@link CancellationException}. */
    public Job<T> failed(Consumer<Exception> listener) {
        Exception there = failure;
        if (there != null) {
            listener.accept(there);
        } else {
            whenFailed.add(listener);
        }
        return this;
    }

    /** Stops it. What it does after is passed over. */
    public void cancel() {
        if (state.get() == State.RUNNING) {
            Future<?> now = running;
            if (now != null) {
                now.cancel(true);
            }
            end(State.CANCELLED, null, new CancellationException(Texts.get("work.cancelled", title)));
        }
    }

    /** What it is for, as the drawer shows it. */
    public String title() {
        return title;
    }

    /** When it was started. */
    public Instant started() {
        return started;
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How long it runs, or ran; changes at fixed ages. */
    public ReadOnlyObjectProperty<Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /** How much of it is done, 0 to 1; negative while nobody can tell. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** What it does just now; empty if it does not tell. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** Tells the paces that lie ahead. */
    void pace(Delay delay) {
        Pace ahead = pace.get().next();
        if (ahead != null) {
            delay.after(ahead.from().minus(pace.get().from()), () -> {
                if (state.get() == State.RUNNING) {
                    pace.set(ahead);
                    pace(delay);
                }
            });
        }
    }

    void runs(Future<?> future) {
        running = future;
    }

    void run(Work<T> work) {
        try {
            T made = work.run(new Told());
            ui.execute(() -> end(State.DONE, made, null));
        } catch (Exception e) {
            ui.execute(() -> end(State.FAILED, null, e));
        } catch (Error e) {
            ui.execute(() -> end(State.FAILED, null, new IllegalStateException(e)));
            throw e;
        }
    }

    private void end(State how, @Nullable T made, @Nullable Exception why) {
        if (state.get() != State.RUNNING) {
            return;
        }
        result = made;
        failure = why;
        state.set(how);
        if (made != null) {
            whenDone.forEach(listener -> listener.accept(made));
        } else if (why != null) {
            whenFailed.forEach(listener -> listener.accept(why));
        }
    }

    private final class Told implements Progress {
        @Override
        public void doing(String words) {
            ui.execute(() -> doing.set(words));
        }

        @Override
        public void done(double part) {
            ui.execute(() -> share.set(part));
        }
    }
}
