package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Which values name other objects; told by {@code x-refers-to} in a gateway's schema. */
public final class References {
    /** A document is not deeper than this; a schema that leads in circles ends here. */
    private static final int DEEPEST = 40;

    private final JsonNode schema;

    private References(JsonNode schema) {
        this.schema = schema;
    }

    /** The references that a schema tells of. */
    public static References of(JsonNode schema) {
        return new References(schema);
    }

    /** None: nothing is known of what refers to what. */
    public static References none() {
        return new References(MissingNode.getInstance());
    }

    /** An object with another name in every value that named this one; the same object if no value did. */
    ObjectNode renamed(String kind, ObjectNode object, ObjectKey from, String to) {
        JsonNode collection = resolve(schema.path("properties").path(kind));
        return (ObjectNode) walk(object, collection.path("additionalProperties"), from, to, 0);
    }

    private JsonNode walk(JsonNode node, JsonNode rawSchema, ObjectKey from, String to, int depth) {
        JsonNode here = resolve(rawSchema);
        if (here.isMissingNode() || depth > DEEPEST) {
            return node;
        }
        JsonNode result = node;
        if (node.isTextual()
                && here.path("x-refers-to").asText().equals(from.kind())
                && node.textValue().equals(from.name())) {
            return TextNode.valueOf(to);
        }
        if (node instanceof ObjectNode object) {
            result = fields(object, here, from, to, depth);
        } else if (node instanceof ArrayNode list) {
            result = items(list, here.path("items"), from, to, depth);
        }
        for (JsonNode choice : here.path("oneOf")) {
            if (fits(result, resolve(choice))) {
                result = walk(result, choice, from, to, depth + 1);
            }
        }
        return result;
    }

    private JsonNode fields(ObjectNode object, JsonNode here, ObjectKey from, String to, int depth) {
        ObjectNode changed = null;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode declared = here.path("properties").path(entry.getKey());
            JsonNode each = declared.isMissingNode() ? here.path("additionalProperties") : declared;
            JsonNode next =
                    walk(entry.getValue(), each.isObject() ? each : MissingNode.getInstance(), from, to, depth + 1);
            if (!next.equals(entry.getValue())) {
                changed =
                        changed == null ? JsonNodeFactory.instance.objectNode().setAll(object) : changed;
                changed.set(entry.getKey(), next);
            }
        }
        return changed == null ? object : changed;
    }

    private JsonNode items(ArrayNode list, JsonNode each, ObjectKey from, String to, int depth) {
        ArrayNode changed = null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode next = walk(list.get(i), each, from, to, depth + 1);
            if (!next.equals(list.get(i))) {
                changed = changed == null ? JsonNodeFactory.instance.arrayNode().addAll(list) : changed;
                changed.set(i, next);
            }
        }
        return changed == null ? list : changed;
    }

    /** Whether an alternative can be meant: its constants are as they are, and what it requires is there. */
    private static boolean fits(JsonNode node, JsonNode choice) {
        for (JsonNode required : choice.path("required")) {
            if (!node.has(required.asText())) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> entry : choice.path("properties").properties()) {
            JsonNode constant = entry.getValue().path("const");
            if (!constant.isMissingNode() && !constant.equals(node.path(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode here = node;
        for (int i = 0; i < DEEPEST && here.has("$ref"); i++) {
            String ref = here.path("$ref").asText();
            here = ref.startsWith("#/") ? schema.at(ref.substring(1)) : MissingNode.getInstance();
        }
        return here;
    }
}
