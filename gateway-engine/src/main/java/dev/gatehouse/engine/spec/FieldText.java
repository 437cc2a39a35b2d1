package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Setting;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what a field takes, for the reference. */
final class FieldText {
    private FieldText() {}

    /** The kind of value with its bounds. */
    static String value(Field field) {
        String each = each(field, field.each());
        return switch (field.shape()) {
            case Shape.Items _ -> "list (" + each + ")" + bounds(field, " entries");
            case Shape.Entries _ ->
                "map (" + kind(field.setting().keys()) + " to " + each + ")" + bounds(field, " entries");
            case Shape.Text _ -> each + bounds(field, " characters");
            default -> each + bounds(field, "");
        };
    }

    /** The default, or that the field is required. */
    static String byDefault(Field field) {
        if (field.required()) {
            return "required";
        }
        String written = field.setting().byDefault();
        return field.hasDefault() ? written.isEmpty() ? "empty" : "`" + written + "`" : "";
    }

    private static String each(Field field, Shape shape) {
        return switch (shape) {
            case Shape.Text _ ->
                field.setting().refersTo().isEmpty()
                        ? kind(field.setting().format())
                        : "name in `" + field.setting().refersTo() + "`";
            case Shape.Whole _ -> "whole number";
            case Shape.Flag _ -> "`true` or `false`";
            case Shape.Span _ -> "duration";
            case Shape.Amount _ -> "size";
            case Shape.Word word ->
                word.constants().keySet().stream().collect(Collectors.joining("`, `", "one of `", "`"));
            case Shape.Secret _ -> "reference to a secret";
            case Shape.Nested _ -> "object, [below](#object-" + field.name().toLowerCase(Locale.ROOT) + ")";
            case Shape.OneStep _ -> "[policy](index.md#policies)";
            case Shape.OneDestination _ -> "[destination](index.md#destinations)";
            case Shape.Items _, Shape.Entries _ -> "values";
        };
    }

    private static String bounds(Field field, String unit) {
        Bounds bounds = field.bounds();
        if (bounds.leastText().isEmpty() && bounds.greatestText().isEmpty()) {
            return "";
        }
        if (bounds.leastText().isEmpty()) {
            return ", at most " + bounds.greatestText() + unit;
        }
        return bounds.greatestText().isEmpty()
                ? ", at least " + bounds.leastText() + unit
                : ", " + bounds.leastText() + " to " + bounds.greatestText() + unit;
    }

    private static String kind(Setting.Format format) {
        return switch (format) {
            case TEXT -> "text";
            case NAME -> "name";
            case ADDRESS -> "`host:port`";
            case HOST_PATTERN -> "host pattern";
            case BIND_ADDRESS -> "IP address";
            case CIDR -> "IP address or network";
            case PATH_PATTERN -> "path pattern";
            case PATH_TEMPLATE -> "path";
            case LOCATION -> "URL or path";
            case METHOD -> "method";
            case HEADER_NAME -> "header name";
            case HEADER_VALUE -> "header value";
            case EXPRESSION -> "CEL expression";
            case LINES -> "text of several lines";
            case PERCENT -> "share in %";
            case FAILURE -> "kind of failure, or status";
        };
    }
}
