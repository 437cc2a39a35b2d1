package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Setting;
import dev.gatehouse.engine.spec.Change.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two configurations by object and field. On canonical trees there are no phantom differences: what means the
 * same is written the same. An object that went away and one that came with the same content are one renamed object.
 */
public final class Diff {
    private final FieldDiff fields;
    private final List<Change> changes = new ArrayList<>();

    private Diff(Catalogue catalogue) {
        this.fields = new FieldDiff(catalogue, changes);
    }

    /** The differences between two canonical trees, by kind, then in the order of the new document. */
    public static List<Change> between(ObjectNode before, ObjectNode after) {
        return between(before, after, new Catalogue(Map.of(), Map.of()));
    }

    /** The same, with the defaults of the catalogue's policies and destinations shown where nothing was written. */
    public static List<Change> between(ObjectNode before, ObjectNode after, Catalogue catalogue) {
        Diff diff = new Diff(catalogue);
        for (Field collection : ObjectShape.of(Configuration.class).fields().values()) {
            if (collection.setting().keys() == Setting.Format.NAME
                    && collection.each() instanceof Shape.Nested nested) {
                diff.collection(
                        Names.kind(collection.name()),
                        nested.of(),
                        objects(before, collection.name()),
                        objects(after, collection.name()));
            }
        }
        return List.copyOf(diff.changes);
    }

    private static ObjectNode objects(ObjectNode tree, String collection) {
        return tree.get(collection) instanceof ObjectNode objects ? objects : JsonNodeFactory.instance.objectNode();
    }

    private void collection(String kind, ObjectShape shape, ObjectNode before, ObjectNode after) {
        Map<String, Deque<String>> gone = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : before.properties()) {
            if (!after.has(entry.getKey())) {
                gone.computeIfAbsent(Canonical.hash(entry.getValue()), _ -> new ArrayDeque<>())
                        .add(entry.getKey());
            }
        }
        Set<String> renamed = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : after.properties()) {
            String name = entry.getKey();
            JsonNode old = before.get(name);
            if (old == null) {
                String oldName = oldName(entry.getValue(), gone);
                if (oldName == null) {
                    changes.add(new Change(Op.ADD, kind, name, "", null, entry.getValue()));
                } else {
                    renamed.add(oldName);
                    changes.add(
                            new Change(Op.RENAME, kind, name, "", TextNode.valueOf(oldName), TextNode.valueOf(name)));
                }
            } else if (!old.equals(entry.getValue())) {
                fields.compare(kind, name, shape, (ObjectNode) old, (ObjectNode) entry.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> entry : before.properties()) {
            if (!after.has(entry.getKey()) && !renamed.contains(entry.getKey())) {
                changes.add(new Change(Op.REMOVE, kind, entry.getKey(), "", entry.getValue(), null));
            }
        }
    }

    private static @Nullable String oldName(JsonNode content, Map<String, Deque<String>> gone) {
        Deque<String> names = gone.isEmpty() ? null : gone.get(Canonical.hash(content));
        return names == null ? null : names.poll();
    }
}
