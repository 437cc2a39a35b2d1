package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.form.FormSchema;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The routes of the draft, and which of them is in the designer. FX thread; needs no toolkit. */
public final class RoutesViewModel {
    private static final String KIND = "routes";
    private static final double ASKED_SECONDS = 300;

    /** Frames between two questions for the routes that are not among the busiest. */
    private static final int ASK_EVERY = 30;

    private final Current current;
    private final DraftSession session;
    private final Jobs jobs;
    private final Ways ways;
    private final RunningFaults faults;
    private final RouteNumbers numbers = new RouteNumbers();
    private final Rows<RouteRow> rows;
    private final ReadOnlyObjectWrapper<@Nullable Designer> designer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable NewRoute> fresh = new ReadOnlyObjectWrapper<>();
    private final GatewayCheck check;
    private Subscription frames = Subscription.EMPTY;
    private Subscription edits = Subscription.EMPTY;
    private boolean shown;
    private int sinceAsked;

    /**
     * The routes of the gateway on show.
     *
     * @param faults that are injected just now
     * @param background where rows are sorted and drafts are checked
     */
    public RoutesViewModel(
            Current current,
            DraftSession session,
            Jobs jobs,
            Ways ways,
            RunningFaults faults,
            Executor background,
            Executor ui) {
        this.current = current;
        this.session = session;
        this.jobs = jobs;
        this.ways = ways;
        this.faults = faults;
        rows = new Rows<>(columns(), background, ui);
        check = new GatewayCheck(current, session, background, ui);
        current.property().subscribe(this::follow);
        session.draftProperty().subscribe(this::edit);
        faults.listen(this::refresh);
    }

    /** The routes. */
    public Rows<RouteRow> rows() {
        return rows;
    }

    /** The route in the designer; null while the list is shown. */
    public ReadOnlyObjectProperty<@Nullable Designer> designerProperty() {
        return designer.getReadOnlyProperty();
    }

    /** The route that is to be made; null while none is. */
    public ReadOnlyObjectProperty<@Nullable NewRoute> newRouteProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** Why there are no routes to show, a sentence; empty if there is no reason. */
    public ObservableValue<String> problemProperty() {
        return session.problemProperty();
    }

    /** Where the table's arrangement is remembered. */
    ObservableValue<@Nullable Memory> memoryProperty() {
        return current.property().map(Connection::memory);
    }

    /** What the list waits for. */
    Loading loading() {
        return session.loading();
    }

    /** Reads the configuration again. */
    void reload() {
        session.reload();
    }

    /** Somebody came: to a route, or to the list. */
    void go(String name) {
        if (!name.isEmpty()) {
            open(name);
        } else if (shown) {
            list();
        }
    }

    /** Puts the focus into a field of the route in the designer. */
    public void edit(String pointer) {
        Designer open = designer.get();
        if (open != null) {
            open.edit(pointer);
        }
    }

    void shown() {
        shown = true;
        ask();
        refresh();
    }

    void hidden() {
        shown = false;
        Designer open = designer.get();
        if (open != null) {
            open.commit();
        }
    }

    /** Opens a route as a place of its own. */
    void lead(RouteRow row) {
        ways.route(row.name());
    }

    /** Goes back to the list. */
    void list() {
        Designer open = designer.get();
        designer.set(null);
        fresh.set(null);
        if (open != null) {
            open.close();
        }
        refresh();
    }

    /** Goes back to the list, as a place of its own. */
    void back() {
        list();
        ways.route("");
    }

    /** Begins a new route, not in the draft before it has a name. */
    public void begin(ObjectNode seed) {
        Draft draft = session.draft();
        if (draft == null) {
            return;
        }
        list();
        fresh.set(new NewRoute(draft, schema(), seed, this::created));
    }

    /** Puts a copy of a route beside it. */
    void duplicate(String name) {
        Draft draft = session.draft();
        ObjectNode route = draft == null ? null : draft.object(new ObjectKey(KIND, name));
        if (draft != null && route != null) {
            begin(route.deepCopy());
        }
    }

    /** Takes a route out of the draft. */
    void delete(String name) {
        Draft draft = session.draft();
        if (draft != null) {
            back();
            draft.apply(Edit.delete(new ObjectKey(KIND, name), Texts.get("routes.edit.delete", name)));
        }
    }

    private void created(String name) {
        fresh.set(null);
        ways.route(name);
    }

    private void open(String name) {
        Draft draft = session.draft();
        Connection connection = current.get();
        Designer open = designer.get();
        if (open != null && open.name().equals(name)) {
            return;
        }
        list();
        if (draft != null && connection != null && draft.object(new ObjectKey(KIND, name)) != null) {
            designer.set(new Designer(
                    new Designer.Parts(draft, schema(), connection, jobs, ways, check, faults),
                    name,
                    ways::route,
                    this::back));
        }
    }

    private FormSchema schema() {
        return new FormSchema(session.schemaProperty().get());
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        list();
        numbers.clear();
        rows.clear();
        sinceAsked = 0;
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::arrived);
    }

    private void edit(@Nullable Draft draft) {
        edits.unsubscribe();
        list();
        edits = draft == null ? Subscription.EMPTY : draft.addListener(this::refresh);
        refresh();
    }

    private void arrived(List<LiveFrame> arrived) {
        numbers.add(arrived);
        Designer open = designer.get();
        if (open != null) {
            open.arrived(arrived.getLast());
        }
        if (!shown) {
            return;
        }
        sinceAsked += arrived.size();
        if (sinceAsked >= ASK_EVERY) {
            ask();
        }
        if (open == null) {
            refresh();
        }
    }

    private void ask() {
        Connection from = current.get();
        if (from == null) {
            return;
        }
        sinceAsked = 0;
        jobs.start(
                        Texts.get("routes.reading"),
                        told -> from.client()
                                .get("/stats?by=route&step=60s" + "&from="
                                        + Instant.now().minusSeconds((long) ASKED_SECONDS)))
                .then(stats -> {
                    if (from.equals(current.get())) {
                        numbers.take(stats, ASKED_SECONDS);
                        refresh();
                    }
                });
    }

    private void refresh() {
        Draft draft = session.draft();
        if (draft == null || !shown) {
            return;
        }
        Map<String, ObjectChange> changes = new HashMap<>();
        draft.changes().stream()
                .filter(change -> change.key().kind().equals(KIND))
                .forEach(change -> changes.put(change.key().name(), change));
        List<RouteRow> now = new ArrayList<>();
        for (Map.Entry<String, JsonNode> route : draft.tree().path(KIND).properties()) {
            now.add(row(draft, route.getKey(), route.getValue(), changes.get(route.getKey())));
        }
        rows.set(now);
    }

    private RouteRow row(Draft draft, String name, JsonNode route, @Nullable ObjectChange change) {
        RouteNumbers.Numbers is = numbers.of(name);
        ObjectKey key = new ObjectKey(KIND, name);
        boolean bad = draft.held(key) != null || !check.of(key).isEmpty();
        boolean hurt = !bad && !faults.of(name).isEmpty();
        return new RouteRow(
                name,
                RouteWords.match(route),
                RouteWords.destination(route),
                hurt ? Status.ATTENTION : Standings.status(bad, change),
                hurt ? Texts.get("injection.state") : Standings.words(bad, change),
                is.rate(),
                is.p95(),
                is.errors());
    }

    private static List<Column<RouteRow>> columns() {
        return List.of(
                Column.<RouteRow>of(Look.NAME, "name", "routes.column.name", RouteRow::name)
                        .weight(1.6)
                        .mark(RouteRow::mark)
                        .tip(RouteRow::state),
                Column.<RouteRow>of(Look.MONO, "match", "routes.column.match", RouteRow::match)
                        .weight(2.6),
                Column.<RouteRow>of(Look.TEXT, "to", "routes.column.to", RouteRow::destination)
                        .weight(1.8),
                Column.<RouteRow>number("rate", "routes.column.rate", RouteRow::rate, row -> Figures.rate(row.rate()))
                        .weight(0.8),
                Column.<RouteRow>number(
                                "p95", "routes.column.p95", RouteRow::p95, row -> Figures.milliseconds(row.p95()))
                        .weight(0.8),
                Column.<RouteRow>number(
                                "errors",
                                "routes.column.errors",
                                RouteRow::errors,
                                row -> Figures.percent(row.errors()))
                        .weight(0.8)
                        .tone(row -> row.errors() >= 0.05 ? "status-5xx" : row.errors() >= 0.01 ? "status-4xx" : ""),
                Column.<RouteRow>of(Look.TEXT, "draft", "routes.column.draft", RouteRow::state)
                        .weight(0.9));
    }
}
