package dev.gatehouse.app.screen.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.local.EmbeddedEngine;
import dev.gatehouse.app.local.EngineKind;
import dev.gatehouse.app.local.EngineState;
import dev.gatehouse.app.local.LogTail;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the gateway's own screen. UI thread; needs no toolkit. */
public final class GatewayViewModel {
    private static final int KEPT_LINES = 2000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Current current;
    private final EmbeddedEngine engine;
    private final Jobs jobs;
    private final Loading loading = new Loading();
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wayOut = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStart = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
    private final BooleanBinding stale;
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<String> log = FXCollections.observableArrayList();
    // Held here, because an unmodifiable view that nobody holds goes, and what listens to it with it.
    private final ObservableList<Fact> shownFacts = FXCollections.unmodifiableObservableList(facts);
    private final ObservableList<String> shownLog = FXCollections.unmodifiableObservableList(log);
    private EngineKind kind = EngineKind.EMBEDDED;
    private @Nullable LogTail tail;
    private @Nullable Job<?> reading;
    private @Nullable Instant read;
    private boolean restarting;
    private boolean shown;

    /**
     * How the gateway stands.
     *
     * @param words beside the mark
     */
    public record Condition(Status status, String words) {}

    /** The gateway on show. */
    public GatewayViewModel(Current current, EmbeddedEngine engine, Jobs jobs, InstantSource clock) {
        this.current = current;
        this.engine = engine;
        this.jobs = jobs;
        this.clock = clock;
        condition.set(new Condition(Status.OFF, ""));
        canStart.bind(Bindings.createBooleanBinding(
                () -> own.get() && !(moving() || engine.stateProperty().get() instanceof EngineState.Running),
                own,
                engine.stateProperty()));
        canStop.bind(Bindings.createBooleanBinding(
                () -> own.get() && engine.stateProperty().get() instanceof EngineState.Running,
                own,
                engine.stateProperty()));
        stale = Bindings.createBooleanBinding(
                () -> !own.get() && !current.lost().getValue().isEmpty(), own, current.lost());
        current.property().subscribe(this::follow);
        engine.stateProperty().subscribe(this::moved);
    }

    /** The screen is looked at: what is shown is read again. */
    public void shown(boolean now) {
        shown = now;
        read = null;
        tick();
    }

    /** Once a second: reads the log on, and the status every few seconds, while the screen is looked at. */
    public void tick() {
        Instant now = clock.instant();
        if (!shown || reading != null) {
            return;
        }
        boolean old = read == null || Duration.between(read, now).compareTo(FRESH) >= 0;
        boolean answers = !own.get() || engine.stateProperty().get() instanceof EngineState.Running;
        Connection connection = old && answers ? current.get() : null;
        LogTail mine = tail;
        Job<News> job = jobs.quiet(
                Texts.get("gateway.reading"),
                told -> new News(
                        mine == null ? List.of() : mine.next(),
                        connection == null
                                ? Optional.empty()
                                : Optional.of(connection.client().get("/status"))));
        reading = job;
        if (facts.isEmpty() && connection != null) {
            loading.follow(job);
        }
        job.then(news -> {
                    reading = null;
                    if (mine == tail) { // else they are of a log that is no longer on show
                        add(news.lines());
                    }
                    news.status().ifPresent(status -> tell(status, now));
                })
                .failed(failure -> {
                    reading = null;
                    if (failure instanceof AdminFailed known && !own.get()) {
                        problem.set(known.words());
                    }
                });
    }

    private record News(List<String> lines, Optional<JsonNode> status) {}

    /** Whether what is known about a gateway elsewhere may be old: it cannot be asked now. */
    ObservableValue<Boolean> stale() {
        return stale;
    }

    /** The first reading of what is known about it, while it runs. */
    Loading loading() {
        return loading;
    }

    /** Starts the gateway of this process again. */
    public void start() {
        engine.start(kind);
    }

    /** Drains and stops it. */
    public void stop() {
        restarting = false;
        engine.stop();
    }

    /** Drains and stops it, and starts it again. */
    public void restart() {
        restarting = true;
        engine.stop();
    }

    private void follow(@Nullable Connection connection) {
        own.set(connection != null && isOwn(connection.key()));
        facts.clear();
        log.clear();
        tail = null;
        read = null;
        problem.set("");
        wayOut.set("");
        moved(engine.stateProperty().get());
        tick();
    }

    private static boolean isOwn(String key) {
        return key.equals(EngineKind.EMBEDDED.key()) || key.equals(EngineKind.DEMO.key());
    }

    private void moved(EngineState state) {
        if (!own.get()) {
            condition.set(
                    current.get() == null
                            ? new Condition(Status.OFF, "")
                            : new Condition(Status.GOOD, Texts.get("gateway.elsewhere")));
            return;
        }
        problem.set(state instanceof EngineState.Failed failed ? failed.why() : "");
        wayOut.set(state instanceof EngineState.Failed failed ? failed.wayOut() : "");
        switch (state) {
            case EngineState.Stopped _ -> {
                condition.set(new Condition(Status.OFF, Texts.get("gateway.stopped")));
                facts.removeIf(Fact::goesWithTheProcess);
                if (restarting) {
                    restarting = false;
                    engine.start(kind);
                }
            }
            case EngineState.Starting _ -> condition.set(new Condition(Status.WAITING, Texts.get("gateway.starting")));
            case EngineState.Draining _ -> condition.set(new Condition(Status.WAITING, Texts.get("gateway.draining")));
            case EngineState.Failed _ -> {
                condition.set(new Condition(Status.BAD, Texts.get("gateway.failed")));
                facts.removeIf(Fact::goesWithTheProcess);
            }
            case EngineState.Running running -> {
                kind = running.kind();
                condition.set(new Condition(Status.GOOD, Texts.get("gateway.running")));
                follow(running.directory());
            }
        }
    }

    private void follow(Path directory) {
        log.clear();
        tail = new LogTail(directory);
        read = null;
        tick();
    }

    private boolean moving() {
        EngineState state = engine.stateProperty().get();
        return state instanceof EngineState.Starting || state instanceof EngineState.Draining;
    }

    private void add(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        log.addAll(lines);
        if (log.size() > KEPT_LINES) {
            log.remove(0, log.size() - KEPT_LINES);
        }
    }

    private void tell(JsonNode status, Instant now) {
        Connection connection = current.get();
        EngineState state = engine.stateProperty().get();
        if (connection == null || own.get() && !(state instanceof EngineState.Running)) {
            return;
        }
        read = now;
        if (!own.get()) {
            problem.set("");
        }
        List<Fact> next = Facts.of(status, connection.address().getAuthority(), now, Ages::words);
        if (own.get() && state instanceof EngineState.Running running) {
            next.add(new Fact("gateway.fact.directory", Facts.path(running.directory())));
        }
        if (!facts.equals(next)) {
            facts.setAll(next);
        }
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Condition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    /** What is wrong, a sentence; empty for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What to do about it; may be empty. */
    public ReadOnlyStringProperty wayOutProperty() {
        return wayOut.getReadOnlyProperty();
    }

    /** Whether it is the one of this process, with a switch and a log. */
    public ReadOnlyBooleanProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Whether it can be started now. */
    public ReadOnlyBooleanProperty canStartProperty() {
        return canStart.getReadOnlyProperty();
    }

    /** Whether it can be stopped now. */
    public ReadOnlyBooleanProperty canStopProperty() {
        return canStop.getReadOnlyProperty();
    }

    /** What is known about it. */
    ObservableList<Fact> facts() {
        return shownFacts;
    }

    /** The end of its log, the newest line last. */
    public ObservableList<String> log() {
        return shownLog;
    }
}
