package dev.gatehouse.app.screen.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.Difference;
import dev.gatehouse.app.diff.FieldWords;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Effects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that differs between two revisions.
 *
 * @param fields as the gateway compares them: what means the same is no difference
 * @param effect what the way from the older to the newer changes for callers
 */
record ChangedObject(ObjectChange change, List<FieldChange> fields, String effect) {
    /** The objects that a gateway's differences are about, in its order. */
    static List<ChangedObject> of(List<Difference> differences, ObjectNode before, ObjectNode after) {
        Map<ObjectKey, List<Difference>> byObject = new LinkedHashMap<>();
        for (Difference difference : differences) {
            byObject.computeIfAbsent(
                            new ObjectKey(difference.collection(), difference.name()), key -> new ArrayList<>())
                    .add(difference);
        }
        List<ChangedObject> objects = new ArrayList<>();
        byObject.forEach((key, all) -> objects.add(object(key, all, before, after)));
        return objects;
    }

    private static ChangedObject object(
            ObjectKey key, List<Difference> differences, ObjectNode before, ObjectNode after) {
        ObjectKey was = key;
        ObjectChange.Op op = ObjectChange.Op.CHANGED;
        List<FieldChange> fields = new ArrayList<>();
        for (Difference difference : differences) {
            if (!difference.pointer().isEmpty()) {
                fields.add(new FieldChange(difference.pointer(), difference.before(), difference.after()));
            } else if (difference.op().equals("rename") && difference.before() != null) {
                was = key.named(difference.before().asText());
                op = ObjectChange.Op.RENAMED;
            } else if (difference.op().equals("add")) {
                op = ObjectChange.Op.ADDED;
            } else if (difference.op().equals("remove")) {
                op = ObjectChange.Op.REMOVED;
            }
        }
        ObjectChange change = new ObjectChange(op, key, was, find(before, was), find(after, key));
        boolean whole = change.before() == null || change.after() == null;
        return new ChangedObject(
                change, whole ? FieldWords.whole(change) : List.copyOf(fields), String.join(" ", Effects.of(change)));
    }

    private static @Nullable ObjectNode find(ObjectNode document, ObjectKey key) {
        return document.at(key.pointer()) instanceof ObjectNode object ? object : null;
    }
}
