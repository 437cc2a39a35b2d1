package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A gateway's schema ({@code GET /schema}) as objects with fields. */
public final class FormSchema {
    private final JsonNode document;
    private final Map<String, Shape> shapes = new HashMap<>();

    /**
     * Reads a schema.
     *
     * @param document as the gateway answers it
     */
    public FormSchema(JsonNode document) {
        this.document = document;
    }

    /** Whether the gateway has a collection. */
    public boolean has(String collection) {
        return document.path("properties").has(collection);
    }

    /** The objects of a collection, such as {@code routes}. */
    public Shape of(String collection) {
        JsonNode each = document.path("properties").path(collection).path("additionalProperties");
        return shape(each);
    }

    private Shape shape(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (reference.isEmpty()) {
            return read(schema);
        }
        Shape known = shapes.get(reference);
        if (known == null) {
            known = read(document.at(reference.substring(1)));
            shapes.put(reference, known);
        }
        return known;
    }

    private Shape read(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(schema.path("properties").properties());
        properties.sort(Comparator.comparingInt(
                property -> property.getValue().path("x-order").asInt(-1)));
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : properties) {
            if (!property.getValue().has("const")) {
                fields.add(field(property.getKey(), property.getValue(), required.contains(property.getKey())));
            }
        }
        return new Shape(
                schema.path("title").asText(), schema.path("description").asText(), List.copyOf(fields));
    }

    private Field field(String name, JsonNode schema, boolean required) {
        return new Field(
                name,
                schema.path("title").asText(name),
                schema.path("description").asText(),
                kind(schema),
                schema.get("default"),
                required,
                schema.path("x-advanced").asBoolean());
    }

    private Kind kind(JsonNode schema) {
        JsonNode target =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        String format = schema.path("x-format").asText();
        if (format.equals("secret")) {
            List<String> sources = new ArrayList<>();
            target.path("properties").fieldNames().forEachRemaining(sources::add);
            return new Kind.Secret(sources);
        }
        if (schema.has("oneOf")) {
            return oneOf(schema.path("oneOf"));
        }
        if (target.path("type").asText().equals("object")) {
            JsonNode each = target.path("additionalProperties");
            return each.isObject()
                    ? new Kind.Entries(each(each), Scalar.pattern(target.path("propertyNames")))
                    : new Kind.Nested(lazily(schema));
        }
        if (target.path("type").asText().equals("array")) {
            return new Kind.Items(
                    each(target.path("items")),
                    target.path("minItems").asInt(0),
                    target.path("maxItems").asInt(Integer.MAX_VALUE));
        }
        return Scalar.kind(target);
    }

    private Field each(JsonNode schema) {
        Field read = field("", schema, true);
        String title = schema.has("$ref")
                ? document.at(schema.path("$ref").asText().substring(1))
                        .path("title")
                        .asText()
                : "";
        return read.each(title);
    }

    private Kind oneOf(JsonNode choices) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode choice : choices) {
            JsonNode target = document.at(choice.path("$ref").asText().substring(1));
            String type = typeOf(target);
            String key = type != null ? "type" : target.path("required").path(0).asText();
            alternatives.add(new Alternative(
                    target.path("title").asText(), target.path("description").asText(), key, type, lazily(choice)));
        }
        return alternatives.isEmpty() ? new Kind.Anything() : new Kind.OneOf(List.copyOf(alternatives));
    }

    private Supplier<Shape> lazily(JsonNode schema) {
        return () -> shape(schema);
    }

    private static @Nullable String typeOf(JsonNode target) {
        JsonNode type = target.path("properties").path("type").path("const");
        return type.isTextual() ? type.asText() : null;
    }
}
