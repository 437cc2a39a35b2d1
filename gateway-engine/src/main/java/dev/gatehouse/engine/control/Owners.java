package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.spec.Names;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose the objects of a document are. A collection is a field whose values all are objects by name. */
final class Owners {
    private Owners() {}

    /** Refuses a change from one canonical document to another that touches what is not the principal's. */
    static void check(Principal principal, ObjectNode before, ObjectNode after) throws Refused.Forbidden {
        String owner = principal.owner();
        if (owner == null) {
            return;
        }
        for (String field : fields(before, after)) {
            JsonNode was = before.path(field);
            JsonNode is = after.path(field);
            if (was.equals(is)) {
                continue;
            }
            if (!isCollection(was) || !isCollection(is)) {
                throw new Refused.Forbidden(owner, "the field " + field);
            }
            for (String key : fields(was, is)) {
                JsonNode old = was.path(key);
                JsonNode now = is.path(key);
                boolean own = (old.isMissingNode() || owner.equals(of(key, old)))
                        && (now.isMissingNode() || owner.equals(of(key, now)));
                if (!old.equals(now) && !own) {
                    throw new Refused.Forbidden(owner, "the " + Names.kind(field) + " " + key);
                }
            }
        }
    }

    /** The objects of an owner in either document, as {@code collection/key}. */
    static Set<String> objects(String owner, ObjectNode one, ObjectNode other) {
        Set<String> objects = new TreeSet<>();
        for (ObjectNode document : Set.of(one, other)) {
            for (Map.Entry<String, JsonNode> collection : document.properties()) {
                for (Map.Entry<String, JsonNode> object : collection.getValue().properties()) {
                    if (owner.equals(of(object.getKey(), object.getValue()))) {
                        objects.add(collection.getKey() + "/" + object.getKey());
                    }
                }
            }
        }
        return objects;
    }

    /** The owner of an object; null for the gateway. */
    private static @Nullable String of(String key, JsonNode object) {
        JsonNode owner = object.get("owner");
        int slash = key.indexOf('/');
        return owner != null ? owner.asText() : slash > 0 ? key.substring(0, slash) : null;
    }

    private static boolean isCollection(JsonNode field) {
        return field.isMissingNode() || field.isObject();
    }

    private static Set<String> fields(JsonNode one, JsonNode other) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode node : new JsonNode[] {one, other}) {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                fields.add(names.next());
            }
        }
        return fields;
    }
}
