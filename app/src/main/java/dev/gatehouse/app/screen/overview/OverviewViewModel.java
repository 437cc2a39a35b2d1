package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.chart.TimeView;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Overview's state. Everything happens on the UI thread; it needs no toolkit. */
public final class OverviewViewModel {
    /** An hour, and a little more, so that the hour's left edge is drawn. */
    private static final int KEPT = 3700;

    private static final Duration STALE = Duration.ofSeconds(5);

    private final Samples samples = new Samples(Column.COUNT, KEPT);
    private final TimeView view = new TimeView();
    private final Recent recent = new Recent();
    private final ReadOnlyObjectWrapper<Tile> requests = tile();
    private final ReadOnlyObjectWrapper<Tile> errors = tile();
    private final ReadOnlyObjectWrapper<Tile> latency = tile();
    private final ReadOnlyObjectWrapper<Tile> inFlight = tile();
    private final ReadOnlyObjectWrapper<Tile> targets = tile();
    private final ObjectProperty<RouteOrder> order = new SimpleObjectProperty<>(RouteOrder.BUSIEST);
    private final ObservableList<RouteRow> routes = FXCollections.observableArrayList();
    private final ObservableList<UpstreamRow> upstreams = FXCollections.observableArrayList();
    private final ObservableList<Attention> attention = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private long dropped;
    private int subscriptions;

    private Subscription frames = Subscription.EMPTY;

    private final Ways ways;

    /** An Overview of the gateway on show. */
    public OverviewViewModel(Current current, Ways ways) {
        this.ways = ways;
        current.property().subscribe(this::follow);
        order.addListener((property, before, now) -> routes.setAll(recent.routes(now)));
    }

    private void follow(@Nullable Connection connection) {
        frames.unsubscribe();
        clear();
        frames = connection == null ? Subscription.EMPTY : connection.live().listen(this::accept);
    }

    /** Takes frames in, oldest first; the screen changes once for all of them. */
    void accept(List<LiveFrame> frames) {
        boolean added = false;
        for (LiveFrame frame : frames) {
            if (samples.add(frame.t().toEpochMilli(), Column.row(frame))) {
                recent.add(frame);
                dropped = frame.dropped();
                subscriptions = frame.waiting().subscriptions();
                added = true;
            }
        }
        if (added) {
            waiting.set(false);
            age.set("");
            view.known(samples.firstTime(), samples.lastTime());
            samples.changed();
            summarise();
        }
    }

    /** Forgets everything: another gateway is on show. */
    void clear() {
        samples.clear();
        recent.clear();
        dropped = 0;
        subscriptions = 0;
        waiting.set(true);
        age.set("");
        view.pausedProperty().set(false);
        view.live();
        summarise();
    }

    /** Opens the traffic of a route. */
    void open(RouteRow row) {
        ways.traffic("route:" + row.name());
    }

    /** Tells the time, once a second, so that old numbers say how old they are. */
    public void tick(Instant now) {
        if (samples.size() == 0) {
            return;
        }
        Duration old = Duration.between(Instant.ofEpochMilli(samples.lastTime()), now);
        age.set(old.compareTo(STALE) > 0 ? Texts.get("overview.age", Ages.words(old)) : "");
    }

    private void summarise() {
        requests.set(Tiles.requests(samples));
        errors.set(Tiles.errors(samples));
        latency.set(Tiles.latency(samples));
        inFlight.set(Tiles.inFlight(samples));
        upstreams.setAll(recent.upstreams());
        targets.set(Tiles.upstreams(upstreams));
        routes.setAll(recent.routes(order.get()));
        List<Attention> now = attentions();
        if (!attention.equals(now)) {
            attention.setAll(now);
        }
    }

    private List<Attention> attentions() {
        List<Attention> found = new ArrayList<>();
        if (subscriptions > 0) {
            found.add(new Attention(Status.WAITING, Texts.get("overview.attention.approvals", subscriptions)));
        }
        for (UpstreamRow upstream : upstreams) {
            for (LiveFrame.Target target : upstream.targets()) {
                if (Health.isDown(target)) {
                    found.add(new Attention(
                            Status.BAD, Texts.get("overview.attention.down", upstream.name(), target.address())));
                }
            }
        }
        if (dropped > 0) {
            found.add(new Attention(Status.ATTENTION, Texts.get("overview.attention.dropped", dropped)));
        }
        return found;
    }

    /** The numbers behind the charts; columns by {@link Column}. */
    Samples samples() {
        return samples;
    }

    /** What both charts look at. */
    public TimeView view() {
        return view;
    }

    /** Requests a second. */
    public ReadOnlyObjectProperty<Tile> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /** The share of errors. */
    public ReadOnlyObjectProperty<Tile> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /** The 95th percentile of latency. */
    public ReadOnlyObjectProperty<Tile> latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    /** Requests in flight. */
    public ReadOnlyObjectProperty<Tile> inFlightProperty() {
        return inFlight.getReadOnlyProperty();
    }

    /** Targets that are not down. */
    public ReadOnlyObjectProperty<Tile> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    /** Which routes come first. */
    public ObjectProperty<RouteOrder> orderProperty() {
        return order;
    }

    /** Routes with traffic, in order. */
    public ObservableList<RouteRow> routes() {
        return FXCollections.unmodifiableObservableList(routes);
    }

    /** Upstreams by name. */
    public ObservableList<UpstreamRow> upstreams() {
        return FXCollections.unmodifiableObservableList(upstreams);
    }

    /** What somebody should look at. */
    public ObservableList<Attention> attention() {
        return FXCollections.unmodifiableObservableList(attention);
    }

    /** True until the first frame. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** How old the newest numbers are, in words; empty while they are fresh. */
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    private static ReadOnlyObjectWrapper<Tile> tile() {
        return new ReadOnlyObjectWrapper<>(new Tile("–", Status.GOOD, List.of(), ""));
    }
}
