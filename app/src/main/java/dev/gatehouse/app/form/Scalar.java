package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what a schema says of single values. */
final class Scalar {
    private Scalar() {}

    static Kind kind(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> new Kind.Flag();
            case "integer" ->
                new Kind.Whole(
                        schema.path("minimum").asLong(Long.MIN_VALUE),
                        schema.path("maximum").asLong(Long.MAX_VALUE));
            case "string" -> text(schema);
            default -> new Kind.Anything();
        };
    }

    /** The pattern of a schema; null if it has none, or one that only a newer console can read. */
    static @Nullable Pattern pattern(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private static Kind text(JsonNode schema) {
        if (schema.has("x-refers-to")) {
            return new Kind.Reference(schema.path("x-refers-to").asText());
        }
        if (schema.path("enum").isArray()) {
            List<String> options = new ArrayList<>();
            schema.path("enum").forEach(option -> options.add(option.asText()));
            return new Kind.Choice(List.copyOf(options));
        }
        String format = schema.path("x-format").asText("");
        Measure measure = Measure.of(format);
        if (measure != null) {
            return new Kind.Measured(measure, told(schema, "x-minimum"), told(schema, "x-maximum"));
        }
        return new Kind.Text(
                format,
                pattern(schema),
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(Integer.MAX_VALUE));
    }

    private static @Nullable String told(JsonNode schema, String key) {
        return schema.has(key) ? schema.path(key).asText() : null;
    }
}
