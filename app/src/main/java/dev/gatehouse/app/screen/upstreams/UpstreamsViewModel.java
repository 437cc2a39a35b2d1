package dev.gatehouse.app.screen.upstreams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.chart.TimeView;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.discovery.DiscoveryWords;
import dev.gatehouse.app.discovery.KnownDiscoveries;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.forced.ForcedTargets;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.screen.object.ObjectEdits;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Loading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Upstreams screen's state. UI thread; needs no toolkit. */
public final class UpstreamsViewModel {
    static final int P50 = 0;
    static final int P95 = 1;
    static final int P99 = 2;
    private static final int COLUMNS = 3;
    private static final int KEPT = 1000;

    private final Current current;
    private final DraftSession session;
    private final Ways ways;
    private final ForcedTargets forced;
    private final KnownDiscoveries discoveries;
    private final InstantSource clock = InstantSource.system();
    private final ObjectEdits edits;
    private final Rows<UpstreamRow> rows;
    private final Recent recent = new Recent();
    private final RowMaker maker = new RowMaker(recent);
    private final Samples samples = new Samples(COLUMNS, KEPT);
    private final TimeView view = new TimeView();
    private final ReadOnlyObjectWrapper<@Nullable UpstreamRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Memory> memory = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private List<UpstreamRow> all = List.of();
    private String name = "";
    private Subscription frames = Subscription.EMPTY;
    private Subscription drawn = Subscription.EMPTY;
    private Subscription edited = Subscription.EMPTY;

    /** The upstreams of the gateway on show. */
    public UpstreamsViewModel(
            Current current,
            DraftSession session,
            Ways ways,
            ForcedTargets forced,
            KnownDiscoveries discoveries,
            Executor background,
            Executor ui) {
        this.discoveries = discoveries;
        this.forced = forced;
        this.current = current;
        this.session = session;
        this.ways = ways;
        edits = new ObjectEdits(session, "upstreams");
        rows = new Rows<>(UpstreamRow.COLUMNS, background, ui);
        current.property().subscribe(this::follow);
        session.draftProperty().subscribe(this::follow);
    }

    /** Shows an upstream in full; empty for none. */
    void choose(String upstream) {
        if (name.equals(upstream)) {
            return;
        }
        name = upstream;
        drawn.unsubscribe();
        samples.clear();
        Connection connection = current.get();
        drawn = connection == null || upstream.isEmpty()
                ? Subscription.EMPTY
                : connection.live().listen(this::draw);
        pick();
    }

    /** Lets a target finish what it has and take nothing new, or take requests again. Needs to be applied. */
    void drain(TargetRow target, boolean drain) {
        Draft draft = session.draft();
        if (draft == null || target.place() < 0) {
            return;
        }
        String pointer = "/targets/" + target.place() + "/weight";
        if (drain) {
            String title = Texts.get("upstreams.drain.title", target.address(), name);
            draft.apply(Edit.set(edits.key(name), pointer, IntNode.valueOf(0), title));
            return;
        }
        String title = Texts.get("upstreams.undrain.title", target.address(), name);
        JsonNode base = draft.base().path("upstreams").path(name).at(pointer);
        draft.apply(
                base.asInt(0) > 0
                        ? Edit.set(edits.key(name), pointer, base, title)
                        : Edit.remove(edits.key(name), pointer, title));
    }

    /**
     * Says at once whether a target takes requests.
     *
     * @param length for how long, as written; empty until it is released
     */
    void force(TargetRow target, String state, String length) {
        forced.force(name, target.address(), state, length);
    }

    /** Lets health decide of a target again. */
    void release(TargetRow target) {
        forced.release(name, target.address());
    }

    /** How many targets were found, when, and when they are looked for again; empty if they are not looked for. */
    ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What time it is, for what is left of a forced state. */
    Instant now() {
        return clock.instant();
    }

    /** Adds one to the draft, to be filled in, and tells its name; empty without a draft. */
    String create() {
        ObjectNode seed = JsonNodeFactory.instance.objectNode();
        seed.putArray("targets").addObject().put("address", "127.0.0.1:9000");
        return edits.create("new-upstream", seed);
    }

    /** The draft that is edited. */
    DraftSession session() {
        return session;
    }

    /** Takes frames in. */
    void accept(List<LiveFrame> more) {
        recent.add(more);
        refresh();
    }

    private void draw(List<LiveFrame> more) {
        for (LiveFrame frame : more) {
            frame.upstreams().stream()
                    .filter(numbers -> numbers.name().equals(name))
                    .forEach(numbers -> samples.add(
                            frame.t().toEpochMilli(),
                            known(numbers.p50()),
                            known(numbers.p95()),
                            known(numbers.p99())));
        }
        if (samples.size() > 0) {
            view.known(samples.firstTime(), samples.lastTime());
        }
        samples.changed();
    }

    private void refresh() {
        List<UpstreamRow> next = new ArrayList<>();
        Draft draft = session.draft();
        JsonNode drafted =
                draft == null ? MissingNode.getInstance() : draft.tree().path("upstreams");
        for (String each : edits.names()) {
            next.add(maker.row(each, drafted.path(each), edits.change(each)));
        }
        for (String each : edits.removed()) {
            next.add(maker.row(each, MissingNode.getInstance(), edits.change(each)));
        }
        all = next;
        if (draft == null) {
            rows.clear();
        } else {
            rows.set(next);
        }
        pick();
    }

    private void pick() {
        UpstreamRow row = all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        chosen.set(row);
        Discovery live = row == null ? null : row.discovery();
        found.set(live == null ? "" : DiscoveryWords.state(live.found(), discoveries.look(name), now()));
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        choose("");
        recent.clear();
        rows.clear();
        all = List.of();
        memory.set(next == null ? null : next.memory());
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::accept);
    }

    private void follow(@Nullable Draft next) {
        edited.unsubscribe();
        edited = next == null ? Subscription.EMPTY : next.addListener(this::refresh);
        refresh();
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    Rows<UpstreamRow> rows() {
        return rows;
    }

    /** The upstream in full; null for none. */
    ReadOnlyObjectProperty<@Nullable UpstreamRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Memory> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Why the configuration could not be read; empty if it was. */
    ObservableValue<String> problemProperty() {
        return session.problemProperty();
    }

    /** What the list waits for. */
    Loading loading() {
        return session.loading();
    }

    /** Reads the configuration again. */
    void reload() {
        session.reload();
    }

    /** What can be done with upstreams in the draft. */
    public ObjectEdits edits() {
        return edits;
    }

    Ways ways() {
        return ways;
    }

    /** The latencies of the chosen upstream. */
    Samples samples() {
        return samples;
    }

    TimeView view() {
        return view;
    }
}
