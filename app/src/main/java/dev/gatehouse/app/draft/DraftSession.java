package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.client.Revisions;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The draft of the gateway on show: read when the gateway comes on show, kept in the journal, brought onto newer
 * revisions as they appear in the live frames. Where a newer revision collides with the draft, {@link #mergeProperty()}
 * has what is to be decided, and the draft stays on its base until {@link #settle()}. UI thread.
 */
public final class DraftSession implements AutoCloseable {
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<JsonNode> schema = new ReadOnlyObjectWrapper<>(MissingNode.getInstance());
    private final ReadOnlyObjectWrapper<@Nullable Merge> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Provisional> provisional = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper merged = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Current current;
    private final Jobs jobs;
    private final ConsoleFolder folder;
    private @Nullable Journal journal;
    private Subscription frames = Subscription.EMPTY;
    private final Loading loading = new Loading();
    /** The revision whose reading a person stopped: it is not read again by itself. */
    private int givenUp;

    /** Whether what is being read may be old already. */
    private boolean again;

    private int seen;

    /** What a gateway says of its configuration. */
    private record Loaded(
            Base base, JsonNode schema, @Nullable Provisional provisional, Saved saved) {}

    /** Follows the gateway on show. */
    public DraftSession(Current current, Jobs jobs, ConsoleFolder folder) {
        this.current = current;
        this.jobs = jobs;
        this.folder = folder;
        current.property().subscribe(this::follow);
    }

    /** The draft; null until the configuration of the gateway on show was read. */
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The draft; null until the configuration of the gateway on show was read. */
    public @Nullable Draft draft() {
        return draft.get();
    }

    /** The JSON Schema of the gateway on show; missing until it was read. */
    public ReadOnlyObjectProperty<JsonNode> schemaProperty() {
        return schema.getReadOnlyProperty();
    }

    /** A newer revision that collides with the draft; null while none does. */
    public ReadOnlyObjectProperty<@Nullable Merge> mergeProperty() {
        return merge.getReadOnlyProperty();
    }

    /** The revision that the draft was last brought onto without a question; 0 for none. */
    public ReadOnlyIntegerProperty mergedProperty() {
        return merged.getReadOnlyProperty();
    }

    /** Set while the active revision waits for being kept. */
    public ReadOnlyObjectProperty<@Nullable Provisional> provisionalProperty() {
        return provisional.getReadOnlyProperty();
    }

    /** How many objects differ from the gateway's. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whether there is a step to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is a step to do again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Takes the last step of the draft back. */
    public void undo() {
        Draft mine = draft.get();
        if (mine != null) {
            mine.undo();
        }
    }

    /** Does the step again that was taken back last. */
    public void redo() {
        Draft mine = draft.get();
        if (mine != null) {
            mine.redo();
        }
    }

    /** Why the configuration could not be read, a sentence; empty if it was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The reading of the configuration, while it runs. */
    public Loading loading() {
        return loading;
    }

    /** Reads the configuration again, now. */
    public void reload() {
        Connection from = current.get();
        Journal kept = journal;
        if (from == null || kept == null) {
            return;
        }
        if (loading.isRunning()) {
            again = true;
            return;
        }
        again = false;
        givenUp = 0;
        boolean first = draft.get() == null;
        Job<Loaded> reading =
                jobs.start(Texts.get("draft.reading"), told -> read(from, first ? kept.read() : Saved.NOTHING));
        loading.follow(reading)
                .then(loaded -> {
                    if (kept.equals(journal)) {
                        take(loaded);
                        if (again) {
                            reload();
                        }
                    }
                })
                .failed(failure -> {
                    if (kept.equals(journal)) {
                        LiveFrame last = from.live().latest();
                        givenUp = failure instanceof CancellationException && last != null ? last.revision() : 0;
                        problem.set(String.valueOf(failure.getMessage()));
                    }
                });
    }

    /** Brings the draft onto the newer revision as the conflicts were decided; nothing while one is not. */
    public void settle() {
        Merge decided = merge.get();
        Draft mine = draft.get();
        if (decided == null || mine == null || !decided.settled()) {
            return;
        }
        Merge now = mine.merge(decided.theirs());
        now.conflicts().forEach(conflict -> {
            Conflict.Choice choice = decided.choice(conflict);
            if (choice != null) {
                now.choose(conflict, choice);
            }
        });
        if (now.settled()) {
            merge.set(null);
            mine.rebase(now.theirs(), now.result());
        } else {
            merge.set(now);
        }
    }

    /**
     * Applies some of the changes, by their keys; the others stay in the draft. A refusal is {@link AdminFailed}: with
     * status 412 somebody else applied something meanwhile, and the draft is being brought onto that.
     *
     * @return the job, null if there is no draft
     */
    public @Nullable Job<Applied> apply(Collection<ObjectKey> chosen, WriteOptions options) {
        Connection to = current.get();
        Draft mine = draft.get();
        if (to == null || mine == null) {
            return null;
        }
        ObjectNode document = mine.part(chosen);
        Base start = mine.start();
        List<Applying.Outcome> outcome = new CopyOnWriteArrayList<>();
        return jobs.<Applied>start(Texts.get("draft.applying", chosen.size()), told -> {
                    outcome.add(Applying.run(to, document, start, options, told));
                    return outcome.getFirst().applied();
                })
                .then(applied -> {
                    if (mine.equals(draft.get())) {
                        applied(mine, outcome.getFirst());
                    }
                })
                .failed(failure -> {
                    if (failure instanceof AdminFailed refused && refused.status() == 412) {
                        reload();
                    }
                });
    }

    private void applied(Draft mine, Applying.Outcome outcome) {
        Base now = outcome.now();
        if (now == null) {
            seen = 0;
            return;
        }
        seen = now.revision();
        mine.rebase(now, mine.mergeOnto(outcome.sent(), now).result());
        merge.set(null);
        provisional.set(outcome.provisional());
    }

    /** Keeps the provisional revision. */
    public @Nullable Job<Applied> keep() {
        return decide(Texts.get("draft.keeping"), (to, until) -> new Revisions(to.client()).confirm(until.revision()));
    }

    /** Goes back from the provisional revision now. */
    public @Nullable Job<Applied> goBack() {
        return decide(
                Texts.get("draft.going-back"),
                (to, until) -> new Revisions(to.client()).cancel(until.revision(), WriteOptions.plain("")));
    }

    private interface Decision {
        Applied carryOut(Connection to, Provisional until) throws AdminFailed;
    }

    private @Nullable Job<Applied> decide(String title, Decision decision) {
        Connection to = current.get();
        Provisional until = provisional.get();
        if (to == null || until == null) {
            return null;
        }
        return jobs.<Applied>start(title, told -> decision.carryOut(to, until))
                .then(applied -> reload())
                .failed(failure -> reload());
    }

    /** Leaves the journal as it is to be found again. */
    @Override
    public void close() {
        follow(null);
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        frames = Subscription.EMPTY;
        Journal before = journal;
        journal = null;
        loading.forget();
        seen = 0;
        givenUp = 0;
        draft.set(null);
        count(null);
        merge.set(null);
        provisional.set(null);
        merged.set(0);
        problem.set("");
        if (before != null) {
            before.close();
        }
        if (next != null) {
            journal = new Journal(folder, next.key());
            frames = next.live().listen(this::arrived);
            reload();
        }
    }

    private void arrived(List<LiveFrame> frames) {
        int now = frames.getLast().revision();
        if (!loading.isRunning() && now != seen && now != givenUp) {
            reload();
        }
    }

    private static Loaded read(Connection from, Saved saved) throws AdminFailed {
        Configurations configurations = new Configurations(from.client());
        Configurations.Whole whole = configurations.get();
        Base base = new Base(whole.document(), whole.revision(), whole.etag());
        return new Loaded(base, configurations.schema(), provisional(from, whole.revision()), saved);
    }

    static @Nullable Provisional provisional(Connection from, int number) throws AdminFailed {
        Revision revision = new Revisions(from.client()).get(number);
        return revision.provisional() && revision.confirmBy() != null
                ? new Provisional(number, revision.time(), revision.confirmBy())
                : null;
    }

    private void take(Loaded loaded) {
        problem.set("");
        seen = loaded.base().revision();
        if (!loaded.schema().equals(schema.get())) {
            schema.set(loaded.schema());
        }
        provisional.set(loaded.provisional());
        References references = References.of(loaded.schema());
        Draft mine = draft.get();
        if (mine == null) {
            begin(loaded, references);
        } else {
            mine.refer(references);
            bring(mine, loaded.base());
        }
    }

    private void begin(Loaded loaded, References references) {
        Saved saved = loaded.saved();
        Base theirs = loaded.base();
        Base start =
                saved.isEmpty() ? theirs : new Base(saved.before(theirs.document()), saved.revision(), saved.etag());
        Draft mine = new Draft(start, references);
        if (!saved.isEmpty()) {
            mine.resume(saved);
        }
        Journal kept = journal;
        mine.addListener(() -> {
            count(mine);
            if (kept != null) {
                kept.note(mine.saved());
            }
        });
        draft.set(mine);
        count(mine);
        bring(mine, theirs);
    }

    private void count(@Nullable Draft mine) {
        changes.set(mine == null ? 0 : mine.changes().size());
        canUndo.set(mine != null && !mine.undoNameProperty().get().isEmpty());
        canRedo.set(mine != null && !mine.redoNameProperty().get().isEmpty());
    }

    private void bring(Draft mine, Base theirs) {
        if (theirs.equals(mine.start())) {
            return;
        }
        if (theirs.document().equals(mine.base())) {
            mine.renumber(theirs);
            merge.set(null);
            return;
        }
        boolean edited = !mine.changes().isEmpty();
        Merge onto = mine.merge(theirs);
        if (onto.conflicts().isEmpty()) {
            merge.set(null);
            mine.rebase(theirs, onto.result());
            merged.set(edited ? theirs.revision() : 0);
        } else {
            merge.set(onto);
        }
    }
}
