package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document whose objects are replaced, never changed, so that earlier states of them stay what they were. */
final class Tree {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /** Collections that are there even when they are empty. */
    private final Set<String> lasting = new HashSet<>();

    Tree(ObjectNode document) {
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            if (entry.getValue() instanceof ObjectNode collection) {
                lasting.add(entry.getKey());
                root.set(entry.getKey(), JsonNodeFactory.instance.objectNode().setAll(collection));
            } else {
                root.set(entry.getKey(), entry.getValue());
            }
        }
    }

    ObjectNode root() {
        return root;
    }

    @Nullable
    ObjectNode get(ObjectKey key) {
        return root.path(key.kind()).get(key.name()) instanceof ObjectNode object ? object : null;
    }

    /** The index of an object in its collection; where a new one would go if it is not there. */
    int place(ObjectKey key) {
        int place = 0;
        for (Map.Entry<String, JsonNode> entry : root.path(key.kind()).properties()) {
            if (entry.getKey().equals(key.name())) {
                return place;
            }
            place++;
        }
        return place;
    }

    /** Puts an object there, at a place if it is new, or takes it away. */
    void put(ObjectKey key, int place, @Nullable ObjectNode object) {
        ObjectNode collection = root.get(key.kind()) instanceof ObjectNode there ? there : null;
        if (object == null) {
            if (collection != null) {
                collection.remove(key.name());
                if (collection.isEmpty() && !lasting.contains(key.kind())) {
                    root.remove(key.kind());
                }
            }
            return;
        }
        ObjectNode objects = collection == null ? root.putObject(key.kind()) : collection;
        if (objects.has(key.name()) || place >= objects.size()) {
            objects.set(key.name(), object);
            return;
        }
        ObjectNode before = JsonNodeFactory.instance.objectNode().setAll(objects);
        objects.removeAll();
        int index = 0;
        for (Map.Entry<String, JsonNode> entry : before.properties()) {
            if (index++ == place) {
                objects.set(key.name(), object);
            }
            objects.set(entry.getKey(), entry.getValue());
        }
    }

    /** All objects. */
    Set<ObjectKey> keys() {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> collection : root.properties()) {
            if (collection.getValue().isObject()) {
                collection
                        .getValue()
                        .fieldNames()
                        .forEachRemaining(name -> keys.add(new ObjectKey(collection.getKey(), name)));
            }
        }
        return keys;
    }
}
