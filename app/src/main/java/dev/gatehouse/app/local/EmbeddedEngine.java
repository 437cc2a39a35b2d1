package dev.gatehouse.app.local;

import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The gateway in this process: at most one, started and stopped as work that can be seen. UI thread; nothing here blocks
 * but {@link #close()}.
 */
public final class EmbeddedEngine implements AutoCloseable {
    private final Jobs jobs;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<EngineState> state = new ReadOnlyObjectWrapper<>(new EngineState.Stopped());
    private @Nullable LocalGateway gateway;
    private @Nullable Start start;

    /** None runs yet. */
    public EmbeddedEngine(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<EngineState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Starts one; the one that runs is drained and stopped before. The job can be cancelled. While another start or stop
     * is under way nothing happens.
     */
    public void start(EngineKind kind) {
        if (isMoving()) {
            return;
        }
        LocalGateway before = gateway;
        gateway = null;
        state.set(new EngineState.Starting(kind));
        Start next = new Start(kind);
        start = next;
        String title = Texts.get("engine.starting", Texts.get(kind.title()));
        Job<LocalGateway> job = jobs.start(title, told -> {
            if (before != null) {
                before.close();
            }
            return next.await();
        });
        job.then(opened -> running(kind, opened)).failed(failure -> {
            next.abandon();
            start = null;
            state.set(failure instanceof CancellationException ? new EngineState.Stopped() : failed(kind, failure));
        });
    }

    /** Takes no new requests, waits for those in flight, and stops. */
    public void stop() {
        LocalGateway running = gateway;
        if (running == null || !(state.get() instanceof EngineState.Running now)) {
            return;
        }
        gateway = null;
        state.set(new EngineState.Draining(now.kind()));
        Job<Boolean> job =
                jobs.start(Texts.get("engine.stopping", Texts.get(now.kind().title())), told -> {
                    told.doing(Texts.get("engine.draining"));
                    running.close();
                    return true;
                });
        job.then(done -> state.set(new EngineState.Stopped()))
                .failed(failure -> state.set(
                        failure instanceof CancellationException
                                ? new EngineState.Stopped()
                                : failed(now.kind(), failure)));
    }

    /** Stops what runs, or is about to, and waits for it; at most ten seconds. */
    @Override
    public void close() {
        if (start != null) {
            start.abandon();
        }
        LocalGateway running = gateway;
        gateway = null;
        if (running != null) {
            running.close();
        }
        state.set(new EngineState.Stopped());
    }

    private boolean isMoving() {
        return state.get() instanceof EngineState.Starting || state.get() instanceof EngineState.Draining;
    }

    private void running(EngineKind kind, LocalGateway opened) {
        start = null;
        gateway = opened;
        state.set(new EngineState.Running(
                kind, opened.address(), opened.token(), opened.listeners(), opened.directory(), clock.instant()));
    }

    private static EngineState failed(EngineKind kind, Exception failure) {
        return failure instanceof LocalStartFailed known
                ? new EngineState.Failed(kind, String.valueOf(known.getMessage()), known.wayOut())
                : new EngineState.Failed(
                        kind, Texts.get("engine.failed", failure.toString()), Texts.get("engine.failed.wayout"));
    }
}
