package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.CallPage;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.client.EventStream;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.client.TailFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Pulse;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import dev.gatehouse.app.work.Mailbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The Traffic screen's state. UI thread; needs no toolkit. */
public final class TrafficViewModel {
    /** The rows of the live view; older ones go. */
    static final int KEPT = 10_000;

    /** What is shown at once of calls that ended before the screen was opened. */
    private static final int BEFORE = 200;

    private static final int PAGE = 500;

    /** Frames that wait for a busy screen: ten seconds of them. */
    private static final int WAITING = 100;

    private final Jobs jobs;
    private final Executor ui;
    private final InstantSource clock;
    private final Rows<CallRow> rows;
    private final CallModel call;
    private final Ring ring = new Ring(KEPT);
    private final List<CallRow> stored = new ArrayList<>();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.LIVE);
    private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.HOUR);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObservableValue<@Nullable Memory> memory;
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable WrongTerm> wrong = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Loading loading = new Loading();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper fresh = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Pulse> pulse = new ReadOnlyObjectWrapper<>(Pulse.of(null, false));
    private @Nullable Connection connection;
    private @Nullable EventStream<TailFrame> tail;
    private @Nullable Link link;
    private @Nullable Job<?> finding;
    private @Nullable String cursor;
    private boolean shown;
    /** What is asked now was not asked yet, because the gateway is lost. */
    private boolean waiting;

    private boolean pausedByChoice;
    /** Counts the questions; what still comes of an earlier one is passed over. */
    private int generation;

    /** The traffic of the gateway on show. */
    public TrafficViewModel(
            Current current, Ways ways, Jobs jobs, Executor background, Executor ui, InstantSource clock) {
        this.jobs = jobs;
        memory = current.property().map(Connection::memory);
        this.ui = ui;
        this.clock = clock;
        rows = new Rows<>(CallRow.COLUMNS, background, ui);
        call = new CallModel(current, ways, jobs);
        current.property().subscribe(this::follow);
        current.lost().subscribe(why -> {
            if (why.isEmpty() && waiting) {
                restart();
            }
        });
        mode.addListener((property, before, now) -> restart());
        since.addListener((property, before, now) -> restart());
        paused.addListener((property, before, now) -> {
            if (!now) {
                pausedByChoice = false;
                publish();
            }
            beat();
        });
    }

    /** Starts what only runs while it is looked at. */
    void shown() {
        shown = true;
        if (paused.get() && connection != null && tail == null) {
            openTail();
        } else if (tail == null) {
            restart();
        }
    }

    /** Ends what only runs while it is looked at; the rows stay. */
    void hidden() {
        shown = false;
        closeTail();
    }

    /** Asks another query. */
    void ask(String text) {
        query.set(text.strip());
        if (connection != null) {
            connection.memory().put("traffic.query", query.get());
        }
        restart();
    }

    /** Adds a term to the query, unless it is there. */
    void narrow(String term) {
        String now = query.get();
        if (!List.of(now.split(" ")).contains(term)) {
            ask(now.isEmpty() ? term : now + " " + term);
        }
    }

    /** Goes to a place on this screen. */
    void go(String selection, String filter) {
        if (!filter.isEmpty()) {
            ask(filter);
        }
        if (!selection.isEmpty()) {
            call.open(selection);
        }
    }

    /** Looks at a call; the live view stands still for it. */
    void choose(@Nullable CallRow row) {
        call.show(row == null ? null : row.call());
        if (row != null && mode.get() == Mode.LIVE && !paused.get()) {
            paused.set(true);
            pausedByChoice = true;
        } else if (row == null && pausedByChoice) {
            paused.set(false);
        }
    }

    /** Fetches the next page of older calls. */
    void fetchOlder() {
        if (older.get() && !loading.isRunning()) {
            find(PAGE, cursor);
        }
    }

    /** Begins anew with what is asked now; while the gateway is lost, what is there stays, until it is back. */
    void restart() {
        Connection to = connection;
        waiting = to != null && !to.live().lostProperty().get().isEmpty();
        if (waiting) {
            return;
        }
        generation++;
        closeTail();
        if (finding != null) {
            finding.cancel();
        }
        ring.clear();
        stored.clear();
        rows.clear();
        fresh.set(0);
        dropped.set(0);
        cursor = null;
        older.set(false);
        loading.forget();
        problem.set("");
        wrong.set(null);
        paused.set(false);
        if (connection == null || !shown) {
            return;
        }
        if (mode.get() == Mode.LIVE) {
            openTail();
            find(BEFORE, null);
        } else {
            find(PAGE, null);
        }
    }

    /** Takes in calls that just ended. */
    void accept(List<TailFrame> frames) {
        for (TailFrame frame : frames) {
            ring.add(frame.calls());
            dropped.set(dropped.get() + frame.dropped());
            if (paused.get()) {
                fresh.set(fresh.get() + frame.calls().size());
            }
        }
        if (!paused.get()) {
            publish();
        }
    }

    private void publish() {
        if (mode.get() == Mode.LIVE) {
            fresh.set(0);
            rows.set(ring.newestFirst());
        }
    }

    private void follow(@Nullable Connection next) {
        connection = next;
        query.set(next == null ? "" : next.memory().get("traffic.query", ""));
        restart();
    }

    private void openTail() {
        Connection to = connection;
        if (to == null) {
            return;
        }
        int mine = generation;
        Mailbox<TailFrame> frames = new Mailbox<>(ui, WAITING, batch -> {
            if (mine == generation) {
                accept(batch);
            }
        });
        Mailbox<Link> links = new Mailbox<>(ui, WAITING, batch -> {
            if (mine == generation) {
                link = batch.getLast();
                beat();
            }
        });
        tail = new Calls(to.client()).tail(query.get(), clock, frames::post, links::post);
        tail.connect();
    }

    private void find(int limit, @Nullable String from) {
        Connection to = connection;
        if (to == null) {
            return;
        }
        int mine = generation;
        String asked = query.get();
        boolean live = mode.get() == Mode.LIVE;
        Instant earliest = live ? null : since.get().from(clock.instant());
        Calls calls = new Calls(to.client());
        Job<CallPage> started =
                jobs.start(Texts.get("traffic.finding"), told -> calls.find(asked, earliest, from, limit));
        finding = started;
        loading.follow(started)
                .then(page -> {
                    if (mine == generation) {
                        found(page);
                    }
                })
                .failed(why -> {
                    if (mine == generation) {
                        failed(why);
                    }
                });
    }

    private void found(CallPage page) {
        if (mode.get() == Mode.LIVE) {
            List<CallRow> now = ring.newestFirst();
            ring.clear();
            Set<String> here = now.stream().map(CallRow::id).collect(Collectors.toSet());
            List<Call> before = page.items().reversed().stream()
                    .filter(each -> !here.contains(each.id()))
                    .toList();
            ring.add(before);
            ring.add(now.reversed().stream().map(CallRow::call).toList());
            publish();
            return;
        }
        page.items().forEach(each -> stored.add(new CallRow(each)));
        cursor = page.next();
        older.set(cursor != null && !page.items().isEmpty());
        rows.set(stored);
    }

    private void failed(Exception why) {
        if (why instanceof AdminFailed refused && refused.body().has("term")) {
            closeTail();
            // The gateway names the parameter first; here there is only one.
            wrong.set(new WrongTerm(
                    refused.words().replaceFirst("^The parameter q cannot be read\\. ", ""),
                    refused.body().path("term").asText(),
                    refused.body().path("column").asInt()));
            rows.set(List.of());
        } else {
            problem.set(String.valueOf(why.getMessage()));
        }
    }

    private void closeTail() {
        if (tail != null) {
            tail.close();
        }
        tail = null;
        link = null;
        beat();
    }

    private void beat() {
        pulse.set(Pulse.of(link, paused.get()));
    }

    /** The call that is looked at. */
    CallModel call() {
        return call;
    }

    /** The calls, newest first unless a column sorts them. */
    Rows<CallRow> rows() {
        return rows;
    }

    /** What the console remembers for the gateway on show. */
    public ObservableValue<@Nullable Memory> memoryProperty() {
        return memory;
    }

    /** Live or stored. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** How far back stored calls go. */
    public ObjectProperty<Since> sinceProperty() {
        return since;
    }

    /** Whether the live view stands still; calls are taken in all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** What was asked, in the gateway's language. */
    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** What the gateway could not read in it; null if it could. */
    public ReadOnlyObjectProperty<@Nullable WrongTerm> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty if all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the list waits for. */
    Loading loading() {
        return loading;
    }

    /** Whether there are older calls to fetch. */
    public ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    /** How many calls came since the view stands still. */
    public ReadOnlyLongProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** How many matching calls the gateway left out because there were too many. */
    public ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** How the live view stands. */
    ReadOnlyObjectProperty<Pulse> pulseProperty() {
        return pulse.getReadOnlyProperty();
    }
}
