package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What can be said of a single value without asking the gateway, which has the last word. */
final class Checks {
    private Checks() {}

    /** What is wrong with a value; null if nothing is. */
    static @Nullable String problem(Field field, @Nullable JsonNode value, FormModel form) {
        if (value == null) {
            return field.required() ? Texts.get("form.missing") : null;
        }
        if (!value.isValueNode() && !(field.kind() instanceof Kind.Secret || field.kind() instanceof Kind.Anything)) {
            return Texts.get("form.not-single");
        }
        String text = value.asText();
        if (text.isEmpty() && (field.required() && !isFree(field))) {
            return Texts.get("form.missing");
        }
        return switch (field.kind()) {
            case Kind.Text kind -> text(kind, value);
            case Kind.Whole kind -> whole(kind, value);
            case Kind.Measured kind -> measured(kind, text);
            case Kind.Choice kind ->
                kind.options().contains(text)
                        ? null
                        : Texts.get("form.not-option", text, String.join(", ", kind.options()));
            case Kind.Reference kind -> reference(kind, text, form);
            case Kind.Flag _ -> value.isBoolean() ? null : Texts.get("form.not-flag");
            case Kind.Secret kind -> secret(kind, value);
            default -> null;
        };
    }

    /** Texts of maps and the like may be empty; a name or an address may not. */
    private static boolean isFree(Field field) {
        return field.kind() instanceof Kind.Text text
                && text.least() == 0
                && (text.pattern() == null || text.pattern().matcher("").matches());
    }

    private static @Nullable String text(Kind.Text kind, JsonNode value) {
        if (!value.isTextual()) {
            return Texts.get("form.not-text", value.asText());
        }
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        if (length > kind.most()) {
            return Texts.get("form.too-long", kind.most(), length);
        }
        if (length < kind.least()) {
            return Texts.get("form.too-short", kind.least());
        }
        boolean fits = kind.pattern() == null || kind.pattern().matcher(text).matches();
        return fits ? null : form(kind.format());
    }

    private static String form(String format) {
        return switch (format) {
            case "path-pattern", "path-template" -> Texts.get("form.format.path");
            case "host-pattern" -> Texts.get("form.format.host");
            case "bind-address" -> Texts.get("form.format.bind-address");
            case "address" -> Texts.get("form.format.address");
            case "cidr" -> Texts.get("form.format.cidr");
            case "method" -> Texts.get("form.format.method");
            case "location" -> Texts.get("form.format.location");
            case "header-value" -> Texts.get("form.format.header-value");
            default -> Texts.get("form.format.other");
        };
    }

    private static @Nullable String whole(Kind.Whole kind, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return Texts.get("form.not-whole", value.asText());
        }
        if (value.asLong() < kind.least()) {
            return Texts.get("form.least", kind.least());
        }
        return value.asLong() > kind.greatest() ? Texts.get("form.greatest", kind.greatest()) : null;
    }

    private static @Nullable String measured(Kind.Measured kind, String text) {
        OptionalLong read = kind.measure().read(text);
        if (read.isEmpty()) {
            return Texts.get("form.not-measure", text, kind.measure().example());
        }
        String least = kind.least();
        if (least != null && read.getAsLong() < kind.measure().read(least).orElse(Long.MIN_VALUE)) {
            return Texts.get("form.least", least);
        }
        String greatest = kind.greatest();
        boolean over = greatest != null
                && read.getAsLong() > kind.measure().read(greatest).orElse(Long.MAX_VALUE);
        return over ? Texts.get("form.greatest", String.valueOf(greatest)) : null;
    }

    private static @Nullable String reference(Kind.Reference kind, String text, FormModel form) {
        if (!form.schema().has(kind.collection())) {
            return null;
        }
        List<String> names = form.editing().names(kind.collection());
        if (names.contains(text)) {
            return null;
        }
        String guess = Nearest.of(text, names);
        return guess == null
                ? Texts.get("form.no-such", text, kind.collection())
                : Texts.get("form.no-such.guess", text, kind.collection(), guess);
    }

    private static @Nullable String secret(Kind.Secret kind, JsonNode value) {
        boolean told = value.isObject()
                && value.size() == 1
                && kind.sources().stream()
                        .anyMatch(source -> !value.path(source).asText().isBlank());
        return told ? null : Texts.get("form.not-secret");
    }
}
