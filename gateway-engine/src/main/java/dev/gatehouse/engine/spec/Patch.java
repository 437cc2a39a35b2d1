package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Applies patches to trees; neither the tree nor the patch is changed. */
public final class Patch {
    private Patch() {}

    /** Applies a JSON merge patch (RFC 7386): objects are merged, null removes, all else replaces. */
    public static JsonNode merge(JsonNode tree, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode merged =
                tree instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                JsonNode old = merged.get(change.getKey());
                merged.set(change.getKey(), merge(old == null ? NullNode.instance : old, change.getValue()));
            }
        }
        return merged;
    }

    /** Applies a JSON patch (RFC 6902), all of it or none. */
    public static JsonNode apply(JsonNode tree, JsonNode patch) throws PatchFailed {
        if (!(patch instanceof ArrayNode operations)) {
            throw new PatchFailed("A JSON patch is a list of operations.");
        }
        JsonPatch working = new JsonPatch(tree.deepCopy());
        for (int i = 0; i < operations.size(); i++) {
            try {
                working.operation(operations.get(i));
            } catch (PatchFailed why) {
                throw new PatchFailed("Operation " + (i + 1) + " of the patch: " + why.getMessage());
            }
        }
        return working.tree();
    }
}
