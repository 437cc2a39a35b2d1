package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of several objects that may stand in a place.
 *
 * @param key the field that tells it: its presence, or with a type its value
 * @param type the value of {@code key}; null where the key's presence tells
 */
public record Alternative(
        String title, String help, String key, @Nullable String type, Supplier<Shape> shape) {
    /** Whether a value is of this kind. */
    public boolean tells(@Nullable JsonNode value) {
        return value != null
                && value.has(key)
                && (type == null || type.equals(value.path(key).asText()));
    }

    /** A value that is told to be of this kind, with all else left open; fields that the old value has alike are taken over. */
    public ObjectNode start(@Nullable JsonNode old) {
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        for (Field field : shape.get().fields()) {
            JsonNode before = old == null ? null : old.get(field.name());
            if (field.name().equals(key)) {
                start.set(key, type != null ? start.textNode(type) : Blank.of(field.kind()));
            } else if (before != null) {
                start.set(field.name(), before);
            } else if (field.required()) {
                start.set(field.name(), Blank.of(field.kind()));
            }
        }
        if (type != null) {
            start.put(key, type);
        }
        return start;
    }
}
