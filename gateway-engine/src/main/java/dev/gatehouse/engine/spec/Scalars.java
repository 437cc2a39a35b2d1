package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.model.ByteSize;
import dev.gatehouse.engine.model.SecretRef;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds single values: texts, numbers, durations, words, references to secrets. */
final class Scalars {
    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** The value, or null with its problem taken down. */
    @Nullable
    Object bind(JsonNode node, Field field, Shape shape, Path path) {
        return switch (shape) {
            case Shape.Text _ -> text(node, field, path);
            case Shape.Whole whole -> whole(node, field, whole.wide(), path);
            case Shape.Flag _ -> flag(node, path);
            case Shape.Span _ -> span(node, field, path);
            case Shape.Amount _ -> amount(node, field, path);
            case Shape.Word word -> word(node, word, path);
            case Shape.Secret _ -> secret(node, path);
            default -> throw new IllegalStateException(shape + " is no single value");
        };
    }

    private @Nullable Object text(JsonNode node, Field field, Path path) {
        if (!node.isTextual()) {
            String hint = node.isNull()
                    ? "Leave it out, or write \"\" for an empty text."
                    : node.isValueNode() ? "Put it in quotes: \"" + node.asText() + "\"." : null;
            problems.must(path, "text", node, hint);
            return null;
        }
        String text = node.textValue();
        Complaint complaint = Formats.check(field.setting().format(), text);
        if (complaint != null) {
            problems.must(path, complaint.must(), node, complaint.hint());
            return null;
        }
        // The bounds of a list or map count its entries, not the characters of each.
        String breach =
                !field.many() ? field.bounds().breach(text.codePointCount(0, text.length()), " characters") : null;
        if (breach != null) {
            problems.add(path, Problems.subject(path) + " must have " + breach + ".", null);
            return null;
        }
        if (!field.setting().pattern().isEmpty()
                && !text.matches(field.setting().pattern())) {
            problems.must(path, "text of the form " + field.setting().pattern(), node, null);
            return null;
        }
        return Formats.normal(field.setting().format(), text);
    }

    private @Nullable Object whole(JsonNode node, Field field, boolean wide, Path path) {
        if (!node.isIntegralNumber()) {
            String hint = node.isTextual() && node.textValue().matches("-?[0-9]{1,18}")
                    ? "Write " + node.textValue() + " without quotes."
                    : null;
            problems.must(path, "a whole number", node, hint);
            return null;
        }
        boolean fits = wide ? node.canConvertToLong() : node.canConvertToInt();
        if (!isWithin(fits ? node.longValue() : Long.MAX_VALUE, field, node, path)) {
            return null;
        }
        if (!fits) {
            problems.must(path, "a smaller number", node, null);
            return null;
        }
        return wide ? (Object) node.longValue() : (Object) node.intValue();
    }

    private @Nullable Object flag(JsonNode node, Path path) {
        if (!node.isBoolean()) {
            problems.must(path, "true or false", node, node.isTextual() ? flagHint(node.textValue()) : null);
            return null;
        }
        return node.booleanValue();
    }

    private static @Nullable String flagHint(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "true", "y", "1" -> "Write true.";
            case "no", "off", "false", "n", "0" -> "Write false.";
            default -> null;
        };
    }

    private @Nullable Object span(JsonNode node, Field field, Path path) {
        try {
            Duration span = Durations.parse(node.isTextual() ? node.textValue() : "");
            return isWithin(span.toMillis(), field, node, path) ? span : null;
        } catch (IllegalArgumentException why) {
            String hint =
                    node.isIntegralNumber() ? "Add the unit: " + node.asText() + "s or " + node.asText() + "ms." : null;
            problems.add(
                    path,
                    Problems.subject(path) + " " + why.getMessage() + ", not " + Problems.describe(node) + ".",
                    hint);
            return null;
        }
    }

    private @Nullable Object amount(JsonNode node, Field field, Path path) {
        try {
            ByteSize amount = Sizes.parse(node.isTextual() ? node.textValue() : "");
            return isWithin(amount.bytes(), field, node, path) ? amount : null;
        } catch (IllegalArgumentException why) {
            String written = node.asText().strip();
            String hint = null;
            if (node.isIntegralNumber()) {
                hint = "Add the unit: " + written + "B or " + written + "KiB.";
            } else if (written.matches("[0-9]{1,9} ?[kKmMgG](i?[bB])?")) {
                String digits = written.replaceAll("[^0-9]", "");
                char unit =
                        Character.toUpperCase(written.replaceAll("[0-9 ]", "").charAt(0));
                hint = "Write " + digits + unit + "iB.";
            }
            problems.add(
                    path,
                    Problems.subject(path) + " " + why.getMessage() + ", not " + Problems.describe(node) + ".",
                    hint);
            return null;
        }
    }

    private boolean isWithin(long measure, Field field, JsonNode node, Path path) {
        String breach = !field.many() ? field.bounds().breach(measure, "") : null;
        if (breach != null) {
            problems.must(path, breach, node, null);
        }
        return breach == null;
    }

    private @Nullable Object word(JsonNode node, Shape.Word word, Path path) {
        Object constant = node.isTextual() ? word.constants().get(node.textValue()) : null;
        if (constant == null) {
            String hint = problems.guess(node.asText(), word.constants().keySet());
            problems.must(path, "one of " + String.join(", ", word.constants().keySet()), node, hint);
        }
        return constant;
    }

    private @Nullable Object secret(JsonNode node, Path path) {
        if (node.isObject() && node.size() == 1) {
            Map.Entry<String, JsonNode> entry = node.properties().iterator().next();
            for (SecretRef.Source source : SecretRef.Source.values()) {
                JsonNode name = entry.getValue();
                if (Shape.word(source).equals(entry.getKey())
                        && name.isTextual()
                        && !name.textValue().isBlank()) {
                    return new SecretRef(source, name.textValue());
                }
            }
        }
        // What stands there may be the secret itself: it is not repeated.
        problems.add(
                path,
                Problems.subject(path) + " must say where the secret stands; a configuration never holds a secret.",
                "Write {secret: name}, {env: NAME} or {file: path}.");
        return null;
    }
}
