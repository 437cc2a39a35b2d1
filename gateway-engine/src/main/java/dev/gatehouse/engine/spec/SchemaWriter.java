package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema of the whole document. Whatever the binder takes, the schema takes; the binder alone knows the
 * rules that a schema cannot say. Forms are drawn from the same schema by its {@code x-} keys: {@code x-order} (place in
 * the form), {@code x-format} (kind of text), {@code x-key-format} (the same for a map's keys), {@code x-units}, {@code
 * x-minimum} and {@code x-maximum} (of durations and sizes), {@code x-refers-to} (collection), {@code x-advanced}.
 */
public final class SchemaWriter {
    private static final List<String> TIME_UNITS = List.of("ms", "s", "m", "h", "d");
    private static final List<String> SIZE_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private final Catalogue catalogue;
    private final ObjectNode definitions = node();
    private final TreeWriter values = new TreeWriter(false);

    private SchemaWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The schema (2020-12) of a document that uses what the catalogue has. */
    public static ObjectNode schema(Catalogue catalogue) {
        SchemaWriter writer = new SchemaWriter(catalogue);
        ObjectNode schema = node().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:gatehouse:schema:configuration");
        schema.setAll(writer.object(ObjectShape.of(Configuration.class), null));
        return schema.set("$defs", writer.definitions);
    }

    private ObjectNode object(ObjectShape shape, @Nullable String type) {
        Declaration declaration = shape.declaration();
        ObjectNode schema = node().put("title", declaration.title())
                .put("description", declaration.help())
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        if (type != null) {
            properties.putObject("type").put("const", type).put("title", "Type");
            required.add("type");
        }
        int order = 0;
        for (Field field : shape.fields(catalogue)) {
            properties.set(field.name(), field(field).put("x-order", order++));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        if (!declaration.example().isEmpty()) {
            JsonNode example =
                    Document.parse(declaration.example(), Format.YAML).tree();
            schema.putArray("examples").add(example);
        }
        return schema;
    }

    private ObjectNode field(Field field) {
        Setting setting = field.setting();
        ObjectNode schema = node().put("title", setting.title()).put("description", setting.help());
        if (field.hasDefault() && field.absent() != null) {
            schema.set("default", values.value(field.absent(), field.shape()));
        }
        schema.setAll(value(field, field.shape()));
        if (setting.advanced()) {
            schema.put("x-advanced", true);
        }
        return schema;
    }

    private ObjectNode value(Field field, Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> text(field);
            case Shape.Whole whole -> whole(field, whole.wide());
            case Shape.Flag _ -> node().put("type", "boolean");
            case Shape.Span _ -> measure(field, "duration", Durations.PATTERN, TIME_UNITS);
            case Shape.Amount _ -> measure(field, "size", Sizes.PATTERN, SIZE_UNITS);
            case Shape.Word word -> {
                ObjectNode schema = node().put("type", "string");
                word.constants().keySet().forEach(schema.putArray("enum")::add);
                yield schema;
            }
            case Shape.Secret _ -> reference("SecretRef", secret()).put("x-format", "secret");
            case Shape.Items items -> {
                ObjectNode schema = node().put("type", "array");
                schema.set("items", value(field, items.of()));
                yield count(schema, field, "minItems", "maxItems");
            }
            case Shape.Entries entries -> entries(field, entries);
            case Shape.Nested nested -> define(nested.of().name(), nested.of(), null);
            case Shape.OneStep _ -> oneOf(catalogue.policies().values(), true);
            case Shape.OneDestination _ -> oneOf(catalogue.destinations().values(), false);
        };
    }

    private static ObjectNode text(Field field) {
        Setting setting = field.setting();
        ObjectNode schema = node().put("type", "string");
        if (!field.many()) {
            count(schema, field, "minLength", "maxLength");
        }
        String pattern = setting.pattern().isEmpty() ? Formats.pattern(setting.format()) : setting.pattern();
        if (pattern != null) {
            schema.put("pattern", whole(pattern));
        }
        if (setting.format() != Setting.Format.TEXT) {
            schema.put("x-format", word(setting.format()));
        }
        if (!setting.refersTo().isEmpty()) {
            schema.put("x-refers-to", setting.refersTo());
        }
        return schema;
    }

    private static ObjectNode whole(Field field, boolean wide) {
        ObjectNode schema = node().put("type", "integer");
        Bounds bounds = field.bounds();
        long least = wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
        long greatest = wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
        return schema.put("minimum", field.many() ? least : Math.max(least, bounds.least()))
                .put("maximum", field.many() ? greatest : Math.min(greatest, bounds.greatest()));
    }

    private static ObjectNode measure(Field field, String format, String pattern, List<String> units) {
        ObjectNode schema =
                node().put("type", "string").put("pattern", whole(pattern)).put("x-format", format);
        units.forEach(schema.putArray("x-units")::add);
        if (!field.many() && !field.bounds().leastText().isEmpty()) {
            schema.put("x-minimum", field.bounds().leastText());
        }
        if (!field.many() && !field.bounds().greatestText().isEmpty()) {
            schema.put("x-maximum", field.bounds().greatestText());
        }
        return schema;
    }

    private ObjectNode entries(Field field, Shape.Entries entries) {
        ObjectNode schema = node().put("type", "object");
        Setting.Format keys = field.setting().keys();
        String pattern = Formats.pattern(keys);
        if (pattern != null) {
            schema.putObject("propertyNames").put("pattern", whole(pattern));
        }
        if (keys != Setting.Format.TEXT) {
            schema.put("x-key-format", word(keys));
        }
        schema.set("additionalProperties", value(field, entries.of()));
        return count(schema, field, "minProperties", "maxProperties");
    }

    private static ObjectNode count(ObjectNode schema, Field field, String least, String greatest) {
        if (!field.bounds().leastText().isEmpty()) {
            schema.put(least, field.bounds().least());
        }
        if (!field.bounds().greatestText().isEmpty()) {
            schema.put(greatest, field.bounds().greatest());
        }
        return schema;
    }

    private ObjectNode oneOf(Collection<? extends Class<?>> kinds, boolean byType) {
        ObjectNode schema = node();
        ArrayNode choices = schema.putArray("oneOf");
        for (Class<?> kind : kinds) {
            ObjectShape shape = ObjectShape.of(kind);
            choices.add(define(shape.name(), shape, byType ? shape.declaration().type() : null));
        }
        return schema;
    }

    private ObjectNode define(String name, ObjectShape shape, @Nullable String type) {
        if (!definitions.has(name)) {
            // Taken down before its fields are looked at, so that the definitions stand in reading order.
            definitions.putObject(name).setAll(object(shape, type));
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode reference(String name, ObjectNode definition) {
        definitions.set(name, definition);
        return node().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode secret() {
        ObjectNode schema = node().put("title", "Reference to a secret")
                .put("description", "Says where the secret stands; a configuration never holds a secret.")
                .put("type", "object")
                .put("minProperties", 1)
                .put("maxProperties", 1);
        ObjectNode properties = schema.putObject("properties");
        for (SecretRef.Source source : SecretRef.Source.values()) {
            properties.putObject(Shape.word(source)).put("type", "string").put("pattern", "\\S");
        }
        return schema.put("additionalProperties", false);
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static String word(Setting.Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
