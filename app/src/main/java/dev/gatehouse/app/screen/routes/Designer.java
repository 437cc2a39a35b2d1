package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Effects;
import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.form.Broken;
import dev.gatehouse.app.form.DraftObject;
import dev.gatehouse.app.form.FormModel;
import dev.gatehouse.app.form.FormSchema;
import dev.gatehouse.app.form.Part;
import dev.gatehouse.app.form.YamlModel;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.screen.object.Aim;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One route in the designer: its stops, form, text, test and calls. FX thread; needs no toolkit. */
final class Designer implements AutoCloseable {
    /**
     * What a designer works with.
     *
     * @param check what the gateway says of the draft
     * @param faults that are injected just now
     */
    record Parts(
            Draft draft,
            FormSchema schema,
            Connection connection,
            Jobs jobs,
            Ways ways,
            GatewayCheck check,
            RunningFaults faults) {}

    /**
     * How the route stands.
     *
     * @param changes how many of its values differ from the revision that is edited
     */
    record Head(Status status, String words, int changes) {}

    private final Parts parts;
    private final ObjectKey key;
    private final Consumer<String> renamed;
    private final Runnable gone;
    private final FormModel form;
    private final YamlModel yaml;
    private final TestModel test;
    private final RouteCalls calls;
    private final RouteFaults faults;
    private final ReadOnlyObjectWrapper<List<Stop>> stops = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("match");
    private final Aim aim = new Aim();
    private final ReadOnlyObjectWrapper<Head> head = new ReadOnlyObjectWrapper<>(new Head(Status.OFF, "", 0));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> callers = new ReadOnlyObjectWrapper<>(List.of());
    private final Subscription following;
    private @Nullable LiveFrame latest;
    private boolean closed;

    /**
     * A designer of a route that the draft has.
     *
     * @param renamed is told the route's new name
     * @param gone is told when the draft has the route no longer
     */
    Designer(Parts parts, String name, Consumer<String> renamed, Runnable gone) {
        this.parts = parts;
        this.renamed = renamed;
        this.gone = gone;
        key = new ObjectKey("routes", name);
        DraftObject editing = new DraftObject(parts.draft(), key);
        form = new FormModel(parts.schema(), parts.schema().of("routes"), editing);
        yaml = new YamlModel(editing, name);
        test = new TestModel(parts.draft(), parts.connection(), parts.jobs(), name);
        calls = new RouteCalls(parts.connection(), parts.jobs(), name);
        faults = new RouteFaults(parts.draft(), key, parts.faults(), parts.connection());
        latest = parts.connection().live().latest();
        Subscription edits = parts.draft().addListener(this::refresh);
        Subscription checks = parts.check().listen(this::checked);
        following = Subscription.combine(edits, checks, parts.faults().listen(this::refreshStops));
        checked();
    }

    String name() {
        return key.name();
    }

    FormModel form() {
        return form;
    }

    YamlModel yaml() {
        return yaml;
    }

    TestModel test() {
        return test;
    }

    RouteCalls calls() {
        return calls;
    }

    Draft draft() {
        return parts.draft();
    }

    /** The stops, in the order of a request's way. */
    ReadOnlyObjectProperty<List<Stop>> stopsProperty() {
        return stops.getReadOnlyProperty();
    }

    /** The id of the stop whose form is shown. */
    ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The stop whose form is shown. */
    Stop chosen() {
        return stops.get().stream()
                .filter(stop -> stop.id().equals(chosen.get()))
                .findFirst()
                .orElse(stops.get().getFirst());
    }

    /** Shows the form of a stop. */
    void choose(String id) {
        form.commit();
        chosen.set(id);
    }

    /** Shows the form in which a field stands; the field itself is for the view to find. */
    void chooseField(String pointer) {
        stops.get().stream()
                .filter(stop -> stop.parts().stream().anyMatch(part -> holds(part, pointer)))
                .findFirst()
                .ifPresent(stop -> choose(stop.id()));
    }

    /** Shows the form in which a field stands, and puts the focus into it. */
    void edit(String pointer) {
        chooseField(pointer);
        aim.at(pointer);
    }

    /** The field that somebody wants to edit. */
    Aim aim() {
        return aim;
    }

    ReadOnlyObjectProperty<Head> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** Whether its text cannot be read, so that nothing else may change it. */
    boolean isBroken() {
        return form.brokenProperty().get() != null;
    }

    /** The names of the upstreams that it may go to. */
    List<String> upstreams() {
        List<String> names = new ArrayList<>();
        parts.draft().tree().path("upstreams").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The usual next steps of its rollout; null while there are none. */
    @Nullable
    Moves moves() {
        ObjectNode route = route();
        if (route == null || isBroken() || !(route.path("forward") instanceof ObjectNode forward)) {
            return null;
        }
        Rollout rollout = Rollout.of(route);
        return rollout == null ? null : Moves.of(key, forward, rollout, upstreams());
    }

    /** Takes such a step, and goes on where something is left to be said. */
    void take(Moves.Move move) {
        form.commit();
        parts.draft().apply(move.edit());
        if (!move.then().isEmpty()) {
            edit(move.then());
        }
    }

    /** The faults that are injected into it. */
    RouteFaults faults() {
        return faults;
    }

    /** What the route means for callers; once it is changed, what changes for them. */
    ReadOnlyObjectProperty<List<String>> callersProperty() {
        return callers.getReadOnlyProperty();
    }

    /** The first problem with where it is, in a line; empty for none. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes over what was typed. */
    void commit() {
        form.commit();
        yaml.commit();
    }

    /** Goes back to the route as it is live. */
    void revert() {
        commit();
        parts.draft().revert(key);
    }

    /** Gives it another name; a name that cannot be is told why. */
    String rename(String wanted) {
        if (wanted.equals(key.name())) {
            return "";
        }
        if (!wanted.matches("([a-z0-9][a-z0-9._@-]{0,62}/)?[a-z0-9][a-z0-9._@-]{0,62}")) {
            return Texts.get("routes.new.name.form");
        }
        if (parts.draft().object(key.named(wanted)) != null) {
            return Texts.get("routes.new.name.taken", wanted);
        }
        commit();
        closed = true;
        parts.draft().apply(Edit.rename(key, wanted, Texts.get("routes.edit.rename", key.name(), wanted)));
        renamed.accept(wanted);
        return "";
    }

    /** A request that it takes, as a command line. */
    String curl() {
        return test.curl();
    }

    void undo() {
        commit();
        parts.draft().undo();
    }

    void review() {
        commit();
        parts.ways().review();
    }

    Ways ways() {
        return parts.ways();
    }

    /** Takes the newest live frame in: how targets are. */
    void arrived(LiveFrame frame) {
        latest = frame;
        showStops();
    }

    @Override
    public void close() {
        if (!closed) {
            commit();
        }
        closed = true;
        following.unsubscribe();
        form.close();
        yaml.close();
        calls.close();
    }

    private void checked() {
        form.violations(parts.check().of(key));
        refresh();
    }

    private void refresh() {
        if (closed) {
            return;
        }
        ObjectNode route = route();
        if (route == null) {
            closed = true;
            gone.run();
            return;
        }
        showStops();
        ObjectChange change = parts.draft().changes().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        List<Part> wrong = form.withProblems();
        boolean bad = !wrong.isEmpty() || form.brokenProperty().get() != null;
        callers.set(
                bad
                        ? List.of(Texts.get("routes.callers.problem"))
                        : change == null ? List.of(Effects.now(route)) : Effects.of(change));
        head.set(new Head(
                Standings.status(bad, change),
                Standings.words(bad, change),
                change == null ? 0 : Math.max(1, parts.draft().marks(key).all().size())));
        Broken broken = form.brokenProperty().get();
        if (broken != null) {
            problem.set(Texts.get("yaml.broken", broken.line(), broken.problem()));
            return;
        }
        problem.set(
                wrong.isEmpty()
                        ? ""
                        : wrong.getFirst().words() + ": "
                                + wrong.getFirst().problemProperty().get());
    }

    private void refreshStops() {
        if (!closed) {
            showStops();
        }
    }

    private void showStops() {
        List<Stop> now = Stops.of(form, parts.draft(), route(), latest, faults.lines());
        if (!now.equals(stops.get())) {
            stops.set(now);
        }
    }

    private @Nullable ObjectNode route() {
        return parts.draft().object(key);
    }

    private static boolean holds(Part part, String pointer) {
        return !part.pointer().isEmpty()
                && (pointer.equals(part.pointer()) || pointer.startsWith(part.pointer() + "/"));
    }
}
