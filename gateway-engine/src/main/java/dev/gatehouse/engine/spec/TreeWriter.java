package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.model.ByteSize;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.SecretRef;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes records as the tree that would be bound to them. */
final class TreeWriter {
    private final boolean withDefaults;

    TreeWriter(boolean withDefaults) {
        this.withDefaults = withDefaults;
    }

    ObjectNode object(Object record) {
        return object(record, ObjectShape.of(record.getClass()));
    }

    private ObjectNode object(Object record, ObjectShape shape) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        shape.forEach(record, (field, value) -> {
            boolean silent = withDefaults ? isEmpty(value) : value.equals(field.absent());
            if (!silent || field.required()) {
                object.set(field.name(), value(value, field.shape()));
            }
        });
        return object;
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> entries -> entries.isEmpty();
            default -> false;
        };
    }

    JsonNode value(Object value, Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> TextNode.valueOf((String) value);
            case Shape.Whole _ -> number(((Number) value).longValue());
            case Shape.Flag _ -> BooleanNode.valueOf((Boolean) value);
            case Shape.Span _ -> TextNode.valueOf(Durations.print((Duration) value));
            case Shape.Amount _ -> TextNode.valueOf(Sizes.print((ByteSize) value));
            case Shape.Word _ -> TextNode.valueOf(Shape.word((Enum<?>) value));
            case Shape.Secret _ -> {
                SecretRef secret = (SecretRef) value;
                yield JsonNodeFactory.instance.objectNode().put(Shape.word(secret.source()), secret.name());
            }
            case Shape.Items items -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                ((List<?>) value).forEach(item -> array.add(value(item, items.of())));
                yield array;
            }
            case Shape.Entries entries -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                ((Map<?, ?>) value).forEach((key, entry) -> object.set((String) key, value(entry, entries.of())));
                yield object;
            }
            case Shape.Nested nested -> object(value, nested.of());
            case Shape.OneStep _ -> {
                ObjectShape kind = ObjectShape.of(value.getClass());
                Declaration declaration = kind.declaration();
                ObjectNode step = JsonNodeFactory.instance.objectNode().put("type", declaration.type());
                yield step.setAll(object(value, kind));
            }
            case Shape.OneDestination _ -> object(value);
        };
    }

    /** A number in the form that reading it again gives. */
    private static JsonNode number(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}
