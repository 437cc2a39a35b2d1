package dev.gatehouse.engine.admin.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a JSON value, from which its JSON Schema is made. Immutable; an object with a name becomes a component of
 * the OpenAPI document and is referred to wherever it occurs.
 */
public final class Shape {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final @Nullable String name;
    private final ObjectNode base;
    private final Map<String, Shape> required;
    private final Map<String, Shape> optional;
    private final @Nullable Shape items;
    private final @Nullable Shape values;

    private Shape(
            @Nullable String name,
            ObjectNode base,
            Map<String, Shape> required,
            Map<String, Shape> optional,
            @Nullable Shape items,
            @Nullable Shape values) {
        this.name = name;
        this.base = base;
        this.required = required;
        this.optional = optional;
        this.items = items;
        this.values = values;
    }

    private static Shape simple(@Nullable String type, @Nullable String format) {
        ObjectNode node = NODES.objectNode();
        if (type != null) {
            node.put("type", type);
        }
        if (format != null) {
            node.put("format", format);
        }
        return new Shape(null, node, Map.of(), Map.of(), null, null);
    }

    /** Any text. */
    public static Shape text() {
        return simple("string", null);
    }

    /** A time in ISO 8601, UTC. */
    public static Shape time() {
        return simple("string", "date-time");
    }

    /** A whole number. */
    public static Shape integer() {
        return simple("integer", null);
    }

    /** A number. */
    public static Shape number() {
        return simple("number", null);
    }

    /** True or false. */
    public static Shape flag() {
        return simple("boolean", null);
    }

    /** Any JSON value. */
    public static Shape any() {
        return simple(null, null);
    }

    /** An object whose fields are said elsewhere, such as the configuration, which {@code /schema} describes. */
    public static Shape document() {
        return simple("object", null);
    }

    /** A list of the given shape. */
    public static Shape listOf(Shape items) {
        ObjectNode node = NODES.objectNode().put("type", "array");
        return new Shape(null, node, Map.of(), Map.of(), items, null);
    }

    /** A map from names to the given shape. */
    public static Shape mapOf(Shape values) {
        ObjectNode node = NODES.objectNode().put("type", "object");
        return new Shape(null, node, Map.of(), Map.of(), null, values);
    }

    /** An object without fields yet. */
    public static Shape object(String name) {
        ObjectNode node = NODES.objectNode().put("type", "object");
        return new Shape(name, node, Map.of(), Map.of(), null, null);
    }

    /** A page of a collection: {@code items} and the cursor of the {@code next} page, or null. */
    public static Shape page(String name, Shape items) {
        return object(name).with("items", listOf(items)).with("next", text().orNull());
    }

    /** This object with a field that is always there. */
    public Shape with(String field, Shape shape) {
        return new Shape(name, base, plus(required, field, shape), optional, items, values);
    }

    /** This object with a field that may be absent. */
    public Shape may(String field, Shape shape) {
        return new Shape(name, base, required, plus(optional, field, shape), items, values);
    }

    /** This value, or null. */
    public Shape orNull() {
        ObjectNode copy = base.deepCopy();
        copy.putArray("type").add(base.path("type").asText()).add("null");
        return new Shape(name, copy, required, optional, items, values);
    }

    /** This text, which is one of these words. */
    public Shape among(List<String> words) {
        ObjectNode copy = base.deepCopy();
        words.forEach(copy.putArray("enum")::add);
        return new Shape(name, copy, required, optional, items, values);
    }

    /** This shape with a sentence about it. */
    public Shape about(String help) {
        return new Shape(name, base.deepCopy().put("description", help), required, optional, items, values);
    }

    /**
     * The JSON Schema of this shape.
     *
     * @param named gets each named object with its schema; the result refers to it
     */
    public ObjectNode schema(BiConsumer<String, ObjectNode> named) {
        ObjectNode schema = base.deepCopy();
        if (items != null) {
            schema.set("items", items.schema(named));
        }
        if (values != null) {
            schema.set("additionalProperties", values.schema(named));
        }
        if (!required.isEmpty() || !optional.isEmpty()) {
            ObjectNode properties = schema.putObject("properties");
            required.forEach((field, shape) -> properties.set(field, shape.schema(named)));
            optional.forEach((field, shape) -> properties.set(field, shape.schema(named)));
            var names = schema.putArray("required");
            required.keySet().forEach(names::add);
        }
        if (name == null) {
            return schema;
        }
        named.accept(name, schema);
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Shape> plus(Map<String, Shape> fields, String field, Shape shape) {
        Map<String, Shape> more = new LinkedHashMap<>(fields);
        more.put(field, shape);
        return more;
    }
}
