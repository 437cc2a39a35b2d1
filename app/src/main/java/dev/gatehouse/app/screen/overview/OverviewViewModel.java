package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.chart.Marker;
import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.chart.TimeView;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
    /** A quarter of an hour, and a little more, so that its left edge is drawn. */
    private static final int KEPT = 1000;

    private static final Duration STALE = Duration.ofSeconds(5);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String SPAN = "overview.span";
    private static final String ORDER = "overview.order";

    private final Samples live = new Samples(Column.COUNT, KEPT);
    private final ReadOnlyObjectWrapper<Samples> samples = new ReadOnlyObjectWrapper<>(live);
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
    /** Kept: a wrapper that nobody holds takes its listeners along when it is collected. */
    private final ObservableList<RouteRow> routesView = FXCollections.unmodifiableObservableList(routes);

    private final ObservableList<UpstreamRow> upstreamsView = FXCollections.unmodifiableObservableList(upstreams);
    private final ObservableList<Attention> attentionView = FXCollections.unmodifiableObservableList(attention);

    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Past past;
    private final Totals totals;
    private final RevisionFlags flags;
    private final Leads leads;
    private List<Notable> notable = List.of();
    private Subscription frames = Subscription.EMPTY;
    private @Nullable Connection connection;
    private boolean shown;
    private String staleFor = "";
    private String pausedAt = "";
    private long dropped;
    private int subscriptions;

    /** An Overview of the gateway on show. */
    public OverviewViewModel(Current current, Ways ways, Jobs jobs, InstantSource clock) {
        past = new Past(jobs, clock);
        totals = new Totals(jobs, recent);
        flags = new RevisionFlags(ways);
        leads = new Leads(ways);
        current.property().subscribe(this::follow);
        order.addListener((property, before, now) -> {
            routes.setAll(totals.routes(now));
            remember(ORDER, now);
        });
        view.spanProperty().addListener((property, before, now) -> {
            remember(SPAN, now);
            totals.forget();
            look();
        });
        view.pausedProperty().addListener((property, before, now) -> {
            pausedAt = now ? CLOCK.format(clock.instant().atZone(ZoneId.systemDefault())) : "";
            sayAge();
            if (!now) {
                look();
            }
        });
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        connection = null;
        clear();
        if (next != null) {
            Memory memory = next.memory();
            order.set(remembered(memory, ORDER, RouteOrder.class, RouteOrder.BUSIEST));
            view.spanProperty().set(remembered(memory, SPAN, Span.class, Span.FIVE_MINUTES));
            connection = next;
            frames = next.live().listen(this::accept);
            look();
        }
    }

    /** Takes frames in, oldest first; the screen changes once for all of them. */
    void accept(List<LiveFrame> arrived) {
        boolean added = false;
        for (LiveFrame frame : arrived) {
            if (live.add(frame.t().toEpochMilli(), Column.row(frame))) {
                recent.add(frame);
                flags.add(frame);
                dropped = frame.dropped();
                subscriptions = frame.waiting().subscriptions();
                added = true;
            }
        }
        if (added) {
            waiting.set(false);
            staleFor = "";
            sayAge();
            view.staleProperty().set(false);
            if (samples.get().equals(live)) {
                view.known(live.firstTime(), live.lastTime());
                mark(flags.live());
            }
            live.changed();
            summarise();
        }
    }

    /** Forgets everything: another gateway is on show. */
    void clear() {
        past.forget();
        totals.clear();
        live.clear();
        recent.clear();
        flags.clear();
        dropped = 0;
        subscriptions = 0;
        waiting.set(true);
        staleFor = "";
        problem.set("");
        samples.set(live);
        view.markers().clear();
        view.staleProperty().set(false);
        view.pausedProperty().set(false);
        view.live();
        sayAge();
        summarise();
    }

    /** Says whether the screen is on show; what is read from time to time is read only then. */
    public void setShown(boolean now) {
        shown = now;
    }

    /** Opens the calls behind a sample of the charts, by its time. */
    public void openMoment(long time) {
        leads.moment(time - samples.get().step(), time);
    }

    /** Opens the calls to targets that are down. */
    public void openTargets() {
        leads.down(upstreams);
    }

    /** Opens the calls that took at least as long as 95 of 100 do. */
    public void openLatency() {
        leads.slow(live.size() == 0 ? Double.NaN : live.value(Column.P95, live.size() - 1));
    }

    /** Where the rest leads. */
    public Leads leads() {
        return leads;
    }

    /** Tells the time, once a second, so that old numbers say how old they are. */
    public void tick(Instant now) {
        if (shown
                && !view.spanProperty().get().isLive()
                && !view.pausedProperty().get()
                && past.isOld(now)) {
            look();
        }
        total();
        if (live.size() > 0) {
            Duration old = Duration.between(Instant.ofEpochMilli(live.lastTime()), now);
            boolean stale = old.compareTo(STALE) > 0;
            staleFor = stale ? Ages.words(old) : "";
            view.staleProperty().set(stale);
            sayAge();
        }
    }

    /** Reads the tables' numbers while they are looked at; times are the gateway's, whose clock may be another. */
    private void total() {
        Connection gateway = connection;
        Span span = view.spanProperty().get();
        if (gateway == null
                || !shown
                || live.size() == 0
                || view.pausedProperty().get()) {
            return;
        }
        Instant to = Instant.ofEpochMilli(live.lastTime());
        Samples seen = samples.get();
        if (totals.isOld(span, to)) {
            Instant known = seen.size() == 0 ? Instant.EPOCH : Instant.ofEpochMilli(seen.firstTime() - seen.step());
            totals.read(gateway, span, to, known, this::fillTables);
        }
    }

    /** Tells that something the person asked for did not work. */
    public void failed(String words) {
        problem.set(words);
    }

    private void sayAge() {
        age.set(
                !staleFor.isEmpty()
                        ? Texts.get("overview.age", staleFor)
                        : pausedAt.isEmpty() ? "" : Texts.get("overview.paused", pausedAt));
    }

    /** Shows the chosen span: from the live stream, or from what the gateway remembers. */
    private void look() {
        problem.set("");
        Connection gateway = connection;
        Span span = view.spanProperty().get();
        if (span.isLive() || gateway == null) {
            past.forget();
            show(live, flags.live());
            return;
        }
        past.read(
                gateway,
                span,
                read -> show(read.samples(), flags.of(read.changes())),
                words -> problem.set(Texts.get("overview.past.failed", words)));
    }

    private void show(Samples now, List<Marker> markers) {
        samples.set(now);
        mark(markers);
        if (now.size() > 0) {
            view.known(now.firstTime(), now.lastTime());
        }
    }

    private void mark(List<Marker> markers) {
        if (markers.size() != view.markers().size() || !markers.containsAll(view.markers())) {
            view.markers().setAll(markers);
        }
    }

    private void summarise() {
        requests.set(Tiles.requests(live));
        errors.set(Tiles.errors(live));
        latency.set(Tiles.latency(live));
        inFlight.set(Tiles.inFlight(live));
        fillTables();
        targets.set(Tiles.upstreams(upstreams));
        attend(notable);
    }

    /** Tells what other parts of the console found. */
    public void attend(List<Notable> found) {
        notable = found;
        List<Attention> now = Attention.of(subscriptions, upstreams, notable, dropped);
        if (!attention.equals(now)) {
            attention.setAll(now);
        }
    }

    private void fillTables() {
        upstreams.setAll(totals.upstreams());
        routes.setAll(totals.routes(order.get()));
    }

    private void remember(String key, Enum<?> value) {
        if (connection != null) {
            connection.memory().put(key, value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static <E extends Enum<E>> E remembered(Memory memory, String key, Class<E> type, E otherwise) {
        String name = memory.get(key, "");
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return otherwise;
    }

    /** The numbers behind the charts; columns by {@link Column}. */
    ReadOnlyObjectProperty<Samples> samplesProperty() {
        return samples.getReadOnlyProperty();
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
        return routesView;
    }

    /** Upstreams by name. */
    public ObservableList<UpstreamRow> upstreams() {
        return upstreamsView;
    }

    /** What somebody should look at. */
    public ObservableList<Attention> attention() {
        return attentionView;
    }

    /** True until the first frame. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** True while older numbers are being read. */
    Loading loading() {
        return past.loading();
    }

    /** How old the newest numbers are, in words; empty while they are fresh. */
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Why older numbers could not be read; empty if they were. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private static ReadOnlyObjectWrapper<Tile> tile() {
        return new ReadOnlyObjectWrapper<>(new Tile("–", Status.GOOD, List.of(), ""));
    }
}
