package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a draft, done and undone, and what they come to. */
final class History {
    private final List<Step> done = new ArrayList<>();
    private final List<Step> undone = new ArrayList<>();

    /** Whether the next step may go on with the last one. */
    private boolean open;

    List<Step> done() {
        return done;
    }

    /** The one that was undone last comes last. */
    List<Step> undone() {
        return undone;
    }

    void restore(List<Step> nowDone, List<Step> nowUndone) {
        done.clear();
        done.addAll(nowDone);
        undone.clear();
        undone.addAll(nowUndone);
        open = false;
    }

    void add(Step step) {
        if (step.changesNothing()) {
            return;
        }
        undone.clear();
        Step joined = open && !done.isEmpty() ? done.getLast().joined(step) : null;
        if (joined == null) {
            done.add(step);
        } else {
            done.removeLast();
            if (!joined.changesNothing()) {
                done.add(joined);
            }
        }
        open = true;
    }

    /** Takes the last step back in a tree; false if there is none. */
    boolean undo(Tree tree) {
        if (done.isEmpty()) {
            return false;
        }
        Step step = done.removeLast();
        for (Touch touch : step.touches().reversed()) {
            tree.put(touch.key(), touch.place(), touch.before());
        }
        undone.add(step);
        open = false;
        return true;
    }

    boolean redo(Tree tree) {
        if (undone.isEmpty()) {
            return false;
        }
        Step step = undone.removeLast();
        step.touches().forEach(touch -> tree.put(touch.key(), touch.place(), touch.after()));
        done.add(step);
        open = false;
        return true;
    }

    /** How objects differ from the base, in the order in which they were first touched. */
    List<ObjectChange> changes(Tree base, Tree tree) {
        Map<ObjectKey, ObjectKey> wasByNow = new HashMap<>();
        Set<ObjectKey> moved = new LinkedHashSet<>();
        for (Renaming renaming : Renamings.net(done)) {
            if (base.get(renaming.from()) != null
                    && base.get(renaming.to()) == null
                    && tree.get(renaming.from()) == null
                    && tree.get(renaming.to()) != null) {
                wasByNow.put(renaming.to(), renaming.from());
                moved.add(renaming.from());
            }
        }
        Set<ObjectKey> touched = new LinkedHashSet<>();
        done.forEach(step -> step.touches().forEach(touch -> touched.add(touch.key())));
        List<ObjectChange> changes = new ArrayList<>();
        for (ObjectKey key : touched) {
            ObjectKey was = wasByNow.getOrDefault(key, key);
            ObjectNode before = base.get(was);
            ObjectNode after = tree.get(key);
            if (!moved.contains(key) && (!was.equals(key) || !Objects.equals(before, after))) {
                changes.add(new ObjectChange(op(key, was, before, after), key, was, before, after));
            }
        }
        return changes;
    }

    private static ObjectChange.Op op(
            ObjectKey key, ObjectKey was, @Nullable ObjectNode before, @Nullable ObjectNode after) {
        if (!key.equals(was)) {
            return ObjectChange.Op.RENAMED;
        }
        if (before == null) {
            return ObjectChange.Op.ADDED;
        }
        return after == null ? ObjectChange.Op.REMOVED : ObjectChange.Op.CHANGED;
    }
}
