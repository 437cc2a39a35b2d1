package dev.gatehouse.app.screen.listeners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.app.client.Bound;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.screen.object.ObjectEdits;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Listeners screen's state. UI thread; needs no toolkit. */
public final class ListenersViewModel {
    /** After the ports that a first gateway uses. */
    private static final int FIRST_FREE = 8090;

    private final DraftSession session;
    private final Ways ways;
    private final Jobs jobs;
    private final Loading loading = new Loading();
    private final ObjectEdits edits;
    private final Rows<ListenerRow> rows;
    private final Map<String, Bound> bound = new TreeMap<>();
    private final ReadOnlyObjectWrapper<@Nullable ListenerRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Memory> memory = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failed = new ReadOnlyStringWrapper("");
    private final ObservableValue<String> problem;
    private @Nullable Connection connection;
    private List<ListenerRow> all = List.of();
    private String name = "";
    private int revision;
    private Subscription frames = Subscription.EMPTY;
    private Subscription edited = Subscription.EMPTY;

    /** The listeners of the gateway on show. */
    public ListenersViewModel(
            Current current, DraftSession session, Ways ways, Jobs jobs, Executor background, Executor ui) {
        this.session = session;
        this.ways = ways;
        this.jobs = jobs;
        edits = new ObjectEdits(session, "listeners");
        rows = new Rows<>(ListenerRow.COLUMNS, background, ui);
        problem = Bindings.createStringBinding(
                () -> failed.get().isEmpty() ? session.problemProperty().get() : failed.get(),
                failed,
                session.problemProperty());
        current.property().subscribe(this::follow);
        session.draftProperty().subscribe(this::follow);
    }

    /** Shows a listener in full; empty for none. */
    void choose(String listener) {
        name = listener;
        pick();
    }

    /** Asks the gateway where its listeners are bound, and reads the configuration if that failed before. */
    void reload() {
        Connection from = connection;
        if (from == null) {
            return;
        }
        if (session.draft() == null) {
            session.reload();
        }
        loading.follow(jobs.start(Texts.get("listeners.reading"), told -> Bound.all(from.client())))
                .then(found -> {
                    if (from.equals(connection)) {
                        failed.set("");
                        bound.clear();
                        found.forEach(each -> bound.put(each.name(), each));
                        refresh();
                    }
                })
                .failed(why -> {
                    if (from.equals(connection)) {
                        failed.set(String.valueOf(why.getMessage()));
                    }
                });
    }

    /** Adds one to the draft, to be filled in, and tells its name; empty without a draft. */
    String create() {
        return edits.create(
                "new-listener", JsonNodeFactory.instance.objectNode().put("port", FIRST_FREE));
    }

    /** The question where listeners are bound, while it runs. */
    Loading loading() {
        return loading;
    }

    /** The draft that is edited. */
    DraftSession session() {
        return session;
    }

    private void refresh() {
        Draft draft = session.draft();
        JsonNode drafted =
                draft == null ? MissingNode.getInstance() : draft.tree().path("listeners");
        List<ListenerRow> next = new ArrayList<>();
        for (String each : edits.names()) {
            next.add(row(each, drafted.path(each)));
        }
        for (String each : edits.removed()) {
            next.add(row(each, MissingNode.getInstance()));
        }
        all = next;
        if (draft == null) {
            rows.clear();
        } else {
            rows.set(next);
        }
        pick();
    }

    private ListenerRow row(String listener, JsonNode drafted) {
        Bound there = bound.get(listener);
        Connection from = connection;
        String configured = drafted.isMissingNode()
                ? ""
                : drafted.path("address").asText("0.0.0.0") + ":"
                        + drafted.path("port").asText();
        List<ListenerRow.Limit> limits = new ArrayList<>();
        drafted.path("limits")
                .properties()
                .forEach(limit -> limits.add(
                        new ListenerRow.Limit(limit.getKey(), limit.getValue().asText())));
        return new ListenerRow(
                listener,
                there == null ? Status.OFF : Status.GOOD,
                Texts.get(there == null ? "listeners.state.not-bound" : "listeners.state.listening"),
                edits.change(listener),
                configured,
                there == null || from == null
                        ? ""
                        : there.url(from.address(), served(listener).has("tls") ? "https" : "http"),
                drafted.path("role").asText("edge"),
                limits);
    }

    /** The listener as the gateway serves it, whatever the draft says. */
    private JsonNode served(String listener) {
        Draft draft = session.draft();
        return draft == null
                ? MissingNode.getInstance()
                : draft.base().path("listeners").path(listener);
    }

    private void pick() {
        chosen.set(
                all.stream().filter(row -> row.name().equals(name)).findFirst().orElse(null));
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        connection = next;
        loading.forget();
        name = "";
        revision = 0;
        bound.clear();
        failed.set("");
        memory.set(next == null ? null : next.memory());
        refresh();
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::accept);
    }

    /** A new revision may have bound others. */
    private void accept(List<LiveFrame> more) {
        int now = more.getLast().revision();
        if (now != revision) {
            revision = now;
            reload();
        }
    }

    private void follow(@Nullable Draft next) {
        edited.unsubscribe();
        edited = next == null ? Subscription.EMPTY : next.addListener(this::refresh);
        refresh();
    }

    Rows<ListenerRow> rows() {
        return rows;
    }

    /** The listener in full; null for none. */
    ReadOnlyObjectProperty<@Nullable ListenerRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Memory> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Why something is not known; empty if all is. */
    ObservableValue<String> problemProperty() {
        return problem;
    }

    /** What can be done with listeners in the draft. */
    public ObjectEdits edits() {
        return edits;
    }

    Ways ways() {
        return ways;
    }
}
