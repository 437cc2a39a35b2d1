package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What leads from one document to another as an RFC 7386 merge patch, as the Admin API takes it. */
public final class MergePatch {
    private MergePatch() {}

    /** The patch; empty if the documents are alike. */
    public static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                patch.putNull(name);
            }
        });
        after.properties().forEach(property -> {
            JsonNode was = before.get(property.getKey());
            JsonNode is = property.getValue();
            if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
                ObjectNode inner = between(one, other);
                if (!inner.isEmpty()) {
                    patch.set(property.getKey(), inner);
                }
            } else if (!is.equals(was)) {
                patch.set(property.getKey(), is);
            }
        });
        return patch;
    }
}
