package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Pulse;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The Events screen's state. UI thread; needs no toolkit. */
public final class EventsViewModel {
    /** More than a gateway remembers: what it has forgotten since can still be read here. */
    static final int KEPT = 5_000;

    /** How long what depends on the time may stand still. */
    private static final Duration STALE = Duration.ofSeconds(10);

    /** A stretch of time that is shorter has nothing to tell apart. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** What stands where there is no line. */
    enum Nothing {
        /** Lines are there, or on their way. */
        WAITS,
        EMPTY,
        FILTERED,
        LOST
    }

    private final InstantSource clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Timeline timeline = new Timeline(zone);
    private final EventLog log = new EventLog(KEPT);
    private final EventFeed feed;
    private final EventFilters filters = new EventFilters(this::arrange);
    private final EventModel event;
    private final ObservableValue<@Nullable Memory> memory;
    private final ObservableValue<String> lost;
    private final Set<String> open = new HashSet<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Bins> bins = new ReadOnlyObjectWrapper<>(Bins.NONE);
    private final ReadOnlyObjectWrapper<Nothing> nothing = new ReadOnlyObjectWrapper<>(Nothing.WAITS);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("0");
    private final ReadOnlyLongWrapper fresh = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Pulse> pulse = new ReadOnlyObjectWrapper<>(Pulse.of(null, false));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private List<GatewayEvent> seen = List.of();
    private @Nullable Connection connection;
    private Instant arranged = Instant.EPOCH;
    private boolean shown;

    /** The events of the gateway on show. */
    public EventsViewModel(Current current, Ways ways, Jobs jobs, Executor ui, InstantSource clock) {
        this.clock = clock;
        memory = current.property().map(Connection::memory);
        lost = current.lost();
        event = new EventModel(current, ways, jobs, log);
        feed = new EventFeed(log, ui, clock, this::added);
        paused.addListener((property, before, now) -> {
            look();
            beat();
        });
        feed.linkProperty().addListener((property, before, now) -> beat());
        current.property().subscribe(this::follow);
    }

    /** Reads events from now on, also after somebody has looked away. */
    void shown() {
        shown = true;
        if (connection != null && !feed.isOpen()) {
            feed.open(connection);
        }
        arrange();
    }

    /** Arranges nothing while nobody looks. */
    void hidden() {
        shown = false;
    }

    /** Moves what depends on the time; to be called once a second. */
    public void tick() {
        if (shown) {
            feed.tick();
            if (!paused.get() && Duration.between(arranged, clock.instant()).compareTo(STALE) > 0) {
                arrange();
            }
        }
    }

    /** Goes to a place on this screen. */
    void go(String selection, String filter) {
        if (!filter.isEmpty()) {
            filters.only(filter);
        }
        GatewayEvent wanted = selection.matches("[0-9]{1,18}") ? log.byId(Long.parseLong(selection)) : null;
        if (wanted != null) {
            look(wanted);
        }
    }

    /** Looks at a line; at nothing, for null. */
    void choose(@Nullable Line line) {
        event.show(
                switch (line) {
                    case null -> List.of();
                    case Line.Break ignored -> List.of();
                    case Line.Row row -> row.events();
                    case Line.Repeat one -> List.of(one.event());
                });
    }

    /** Looks at an event, whether or not there is a line of it. */
    void look(GatewayEvent one) {
        event.show(List.of(one));
    }

    /** Shows the repeats of a row, or folds them. */
    void toggle(Line.Row row) {
        if (!open.remove(row.key())) {
            open.add(row.key());
        }
        arrange();
    }

    /** Tries at once to open the stream again. */
    void again() {
        if (connection != null) {
            feed.open(connection);
        }
    }

    /** Gives up waiting for the first events. */
    void stop() {
        feed.close();
    }

    /** Where events come from. */
    EventFeed feed() {
        return feed;
    }

    private void added(int events) {
        if (paused.get()) {
            fresh.set(fresh.get() + events);
        } else {
            look();
        }
    }

    private void look() {
        if (!paused.get()) {
            fresh.set(0);
            seen = log.newestFirst();
        }
        arrange();
    }

    private void arrange() {
        if (!shown) {
            return;
        }
        Instant now = clock.instant();
        arranged = now;
        Instant first = seen.isEmpty() ? now : seen.getLast().time();
        // A gateway's clock may be ahead of this one's.
        Instant last = seen.isEmpty() || seen.getFirst().time().isBefore(now)
                ? now
                : seen.getFirst().time();
        Instant begin = filters.backProperty().get().from(now, first);
        Instant latest = last.minus(SHORTEST);
        Stretch whole = new Stretch(begin.isBefore(latest) ? begin : latest, last.plusMillis(1));
        Stretch range = filters.rangeProperty().get();
        Stretch within = range == null ? whole : range;
        Sieve sieve = filters.sieve();
        List<GatewayEvent> matching = seen.stream().filter(sieve::holds).toList();
        List<GatewayEvent> found =
                matching.stream().filter(one -> within.holds(one.time())).toList();
        bins.set(Bins.of(matching, whole));
        List<Line> next = timeline.of(found, open, now);
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
        String all = Figures.exact((double) seen.size());
        count.set(
                found.size() == seen.size()
                        ? all
                        : Texts.get("events.count", Figures.exact((double) found.size()), all));
        nothing.set(nothing());
        event.again();
    }

    private Nothing nothing() {
        if (!lines.isEmpty()) {
            return Nothing.WAITS;
        }
        if (!seen.isEmpty()) {
            return Nothing.FILTERED;
        }
        return switch (feed.linkProperty().get()) {
            case null -> connection == null ? Nothing.WAITS : Nothing.LOST;
            case Link.Open ignored -> Nothing.EMPTY;
            case Link.Connecting ignored -> Nothing.WAITS;
            case Link.Lost ignored -> Nothing.LOST;
            case Link.Refused ignored -> Nothing.LOST;
        };
    }

    private void follow(@Nullable Connection next) {
        connection = null;
        feed.close();
        connection = next;
        log.clear();
        open.clear();
        seen = List.of();
        event.show(List.of());
        fresh.set(0);
        paused.set(false);
        filters.remember(next == null ? null : next.memory());
        if (shown && next != null) {
            feed.open(next);
        }
    }

    private void beat() {
        Link now = feed.linkProperty().get();
        problem.set(now instanceof Link.Refused refused ? refused.why() : "");
        nothing.set(nothing());
        pulse.set(Pulse.of(now, paused.get()));
    }

    EventModel event() {
        return event;
    }

    EventFilters filters() {
        return filters;
    }

    ZoneId zone() {
        return zone;
    }

    /** What the console remembers for the gateway on show. */
    ObservableValue<@Nullable Memory> memoryProperty() {
        return memory;
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return lost;
    }

    ObservableList<Line> lines() {
        return linesView;
    }

    /** How many events there were over time, whatever it is narrowed to. */
    ReadOnlyObjectProperty<Bins> binsProperty() {
        return bins.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Nothing> nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** How many events came since the timeline stands still. */
    ReadOnlyLongProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Pulse> pulseProperty() {
        return pulse.getReadOnlyProperty();
    }

    /** How long the first events are waited for; null while they are not. */
    ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
        return feed.paceProperty();
    }

    /** Why there are no events; empty if all is well, or it is tried again by itself. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    BooleanProperty pausedProperty() {
        return paused;
    }
}
