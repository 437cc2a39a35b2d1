package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The configuration as it was edited, and the way back. UI thread; needs no toolkit. */
public final class Draft {
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final ObservableList<ObjectChange> changes = FXCollections.observableArrayList();
    /** One for all: the wrapper hears of changes only as long as somebody holds it. */
    private final ObservableList<ObjectChange> readOnly = FXCollections.unmodifiableObservableList(changes);

    private final Map<ObjectKey, Held> held = new TreeMap<>(Comparator.comparing(ObjectKey::toString));
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final History history = new History();
    private References references;
    private Base base;
    private Tree baseTree;
    private Tree tree;

    /** A draft in which nothing is edited yet. */
    public Draft(Base base, References references) {
        this.base = base;
        this.references = references;
        baseTree = new Tree(base.document());
        tree = new Tree(base.document());
    }

    /** The edited document. Not to be changed by callers. */
    public ObjectNode tree() {
        return tree.root();
    }

    /** The document that the draft starts from. Not to be changed by callers. */
    public ObjectNode base() {
        return base.document();
    }

    /** The revision that the draft starts from. */
    public int baseRevision() {
        return base.revision();
    }

    /** What a write based on the base sends as {@code If-Match}. */
    public String etag() {
        return base.etag();
    }

    /** An object as it was edited, null if there is none. Not to be changed by callers. */
    public @Nullable ObjectNode object(ObjectKey key) {
        return tree.get(key);
    }

    /** An object as it is in the base under the name that it had there; null if it was not there. */
    public @Nullable ObjectNode baseObject(ObjectKey key) {
        for (ObjectChange change : changes) {
            if (change.key().equals(key)) {
                return change.before();
            }
        }
        return baseTree.get(key);
    }

    /** Which values of an object differ from the base. */
    public Marks marks(ObjectKey key) {
        return Marks.of(baseObject(key), object(key));
    }

    /** Does an edit; typing into one value is one step. */
    public void apply(Edit edit) {
        Editing editing = new Editing(tree, references);
        Step step = editing.carryOut(edit);
        history.add(step);
        step.touches().forEach(touch -> held.remove(touch.key()));
        changed();
    }

    /** Takes the last step back. */
    public void undo() {
        if (history.undo(tree)) {
            changed();
        }
    }

    /** Does the step again that was taken back last. */
    public void redo() {
        if (history.redo(tree)) {
            changed();
        }
    }

    /** What undo takes back; empty for nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo does again; empty for nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** How objects differ from the base. */
    public ObservableList<ObjectChange> changes() {
        return readOnly;
    }

    /** Whether there is nothing to lose: no change, nothing to undo or redo, no broken text. */
    public boolean isUntouched() {
        return history.done().isEmpty() && history.undone().isEmpty() && held.isEmpty();
    }

    /** Makes an object as it is in the base, with the name that it has there. */
    public void revert(ObjectKey key) {
        held.remove(key);
        for (ObjectChange change : List.copyOf(changes)) {
            if (change.key().equals(key)) {
                history.add(new Editing(tree, references).carryOut(back(change)));
            }
        }
        changed();
    }

    /** Makes everything as it is in the base. */
    public void revertAll() {
        held.clear();
        List<Edit> back = new ArrayList<>();
        changes.forEach(change -> back.add(back(change)));
        if (!back.isEmpty()) {
            history.add(new Editing(tree, references).carryOut(Edit.all(back, Texts.get("draft.revert-all"))));
        }
        changed();
    }

    private static Edit back(ObjectChange change) {
        String title = Texts.get("draft.revert", change.key().name());
        ObjectNode before = change.before();
        return switch (change.op()) {
            case ADDED -> Edit.delete(change.key(), title);
            case REMOVED -> Edit.create(change.key(), Objects.requireNonNull(before), title);
            case CHANGED -> Edit.replace(change.key(), Objects.requireNonNull(before), title);
            case RENAMED ->
                Edit.all(
                        List.of(
                                Edit.rename(change.key(), change.was().name(), title),
                                Edit.replace(change.was(), Objects.requireNonNull(before), title)),
                        title);
        };
    }

    /**
     * Makes objects as they are in another document, as one step; an object that is not there goes away.
     *
     * @param only these; none for all
     * @param title what undo calls it
     */
    public void restore(ObjectNode document, Collection<ObjectKey> only, String title) {
        Tree wanted = new Tree(document);
        Set<ObjectKey> keys = new LinkedHashSet<>(only);
        if (only.isEmpty()) {
            keys.addAll(tree.keys());
            keys.addAll(wanted.keys());
        }
        List<Edit> edits = new ArrayList<>();
        for (ObjectKey key : keys) {
            ObjectNode now = tree.get(key);
            ObjectNode then = wanted.get(key);
            if (then != null && !then.equals(now)) {
                edits.add(now == null ? Edit.create(key, then, title) : Edit.replace(key, then, title));
            } else if (then == null && now != null) {
                edits.add(Edit.delete(key, title));
            }
        }
        if (!edits.isEmpty()) {
            apply(Edit.all(edits, title));
        }
    }

    /**
     * Keeps an object's text that cannot be read; its form is locked until it is mended. The next edit of the object, or
     * {@link #release}, lets go of it.
     *
     * @param problem what is wrong, one sentence
     * @param line where, from 1; 0 if not known
     */
    public void hold(ObjectKey key, String brokenYaml, String problem, int line) {
        held.put(key, new Held(brokenYaml, problem, line));
        changed();
    }

    /** Lets go of an object's broken text. */
    public void release(ObjectKey key) {
        if (held.remove(key) != null) {
            changed();
        }
    }

    /** An object's broken text, null if there is none. */
    public @Nullable Held held(ObjectKey key) {
        return held.get(key);
    }

    /** All broken texts. Unmodifiable. */
    public Map<ObjectKey, Held> held() {
        return Map.copyOf(held);
    }

    /** Tells after every change. */
    public Subscription addListener(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** The base with some of the changes, by their keys. The caller's. */
    public ObjectNode part(Collection<ObjectKey> chosen) {
        Tree part = new Tree(base.document());
        for (ObjectChange change : changes) {
            if (chosen.contains(change.key())) {
                int place = (change.after() == null ? baseTree : tree).place(change.key());
                if (change.op() == ObjectChange.Op.RENAMED) {
                    part.put(change.was(), 0, null);
                }
                part.put(change.key(), place, change.after());
            }
        }
        return part.root();
    }

    Base start() {
        return base;
    }

    /** The steps that the journal keeps. */
    Saved saved() {
        return new Saved(base.revision(), base.etag(), history.done(), history.undone(), Saved.texts(held));
    }

    /** What was learnt of references. */
    void refer(References now) {
        references = now;
    }

    /** This draft on a newer revision. */
    Merge merge(Base theirs) {
        return new Merge(base, tree.root(), theirs, Renamings.net(history.done()), references);
    }

    /** What is left of this draft where a part of it is in a newer revision. */
    Merge mergeOnto(Base applied, Base theirs) {
        return new Merge(applied, tree.root(), theirs, Renamings.net(history.done()), references);
    }

    /** The same base under a newer number; all steps stay. */
    void renumber(Base now) {
        base = now;
        changed();
    }

    /** Starts from another document: the draft is then what leads from there to the target. */
    void rebase(Base now, ObjectNode target) {
        String title = Texts.get("draft.merged", now.revision());
        history.restore(Rebase.steps(history.done(), now.document(), target, title), List.of());
        base = now;
        baseTree = new Tree(now.document());
        tree = new Tree(target);
        changed();
    }

    /** Takes up steps of an earlier run that start from this draft's base. */
    void resume(Saved saved) {
        saved.done()
                .forEach(step -> step.touches().forEach(touch -> tree.put(touch.key(), touch.place(), touch.after())));
        history.restore(saved.done(), saved.undone());
        held.putAll(saved.heldTexts());
        changed();
    }

    private void changed() {
        undoName.set(history.done().isEmpty() ? "" : history.done().getLast().title());
        redoName.set(
                history.undone().isEmpty() ? "" : history.undone().getLast().title());
        List<ObjectChange> now = history.changes(baseTree, tree);
        if (!now.equals(changes)) {
            changes.setAll(now);
        }
        listeners.forEach(Runnable::run);
    }
}
