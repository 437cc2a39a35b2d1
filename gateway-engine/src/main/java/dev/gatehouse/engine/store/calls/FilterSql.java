package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.filter.CallField;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import dev.gatehouse.engine.telemetry.filter.Condition;
import dev.gatehouse.engine.telemetry.filter.Span;
import dev.gatehouse.engine.telemetry.filter.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as the condition of a query; every value is a parameter, names of columns are the program's own. */
final class FilterSql {
    private final List<Object> values = new ArrayList<>();
    private final StringJoiner all = new StringJoiner(" AND ").setEmptyValue("true");

    FilterSql(CallFilter filter) {
        filter.conditions().forEach(condition -> all.add(sql(condition)));
    }

    /** Adds a condition of the caller's. */
    void and(String condition, Object... given) {
        all.add(condition);
        values.addAll(List.of(given));
    }

    String where() {
        return all.toString();
    }

    /** The values of the parameters, in order. */
    List<Object> values() {
        return values;
    }

    private String sql(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> "NOT " + sql(not.condition());
            case Condition.Numbers numbers ->
                or(numbers.spans().stream()
                        .map(span -> span(numbers.field(), span))
                        .toList());
            case Condition.Texts texts ->
                or(texts.patterns().stream()
                        .map(pattern -> text(texts.field(), pattern))
                        .toList());
            case Condition.Occurs occurs -> or(occurs(occurs.text()));
        };
    }

    private static String or(List<String> alternatives) {
        return alternatives.stream().collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String span(CallField field, Span span) {
        values.add(span.least());
        values.add(span.most());
        return CallColumns.of(field) + " BETWEEN ? AND ?";
    }

    private String text(CallField field, TextPattern pattern) {
        if (field == CallField.ID) {
            return id(pattern instanceof TextPattern.Exact exact ? CallId.parse(exact.wanted()) : null);
        }
        String column = CallColumns.of(field);
        if (!CallColumns.isCoded(field)) {
            return match(column, pattern);
        }
        return pattern instanceof TextPattern.None
                ? column + " = 0"
                : column + " IN (SELECT id FROM dictionary WHERE " + match("text", pattern) + ")";
    }

    private String match(String column, TextPattern pattern) {
        return switch (pattern) {
            case TextPattern.None _ -> column + " = ''";
            case TextPattern.Exact exact -> {
                values.add(exact.wanted());
                yield column + " = ?";
            }
            case TextPattern.Parts parts -> {
                values.add(parts.parts().stream().map(FilterSql::escaped).collect(Collectors.joining("%")));
                yield "(" + column + " <> '' AND " + column + " LIKE ? ESCAPE '\\')";
            }
        };
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private String id(@Nullable CallId id) {
        if (id == null) {
            return "false";
        }
        values.add(CallTable.sortable(id.high()));
        values.add(CallTable.sortable(id.low()));
        return "(id_high = ? AND id_low = ?)";
    }

    private List<String> occurs(String text) {
        List<String> places = new ArrayList<>();
        for (CallField field : Condition.Occurs.SEARCHED) {
            values.add(text);
            String column = CallColumns.of(field);
            places.add(
                    CallColumns.isCoded(field)
                            ? column + " IN (SELECT id FROM dictionary WHERE contains(lower(text), ?))"
                            : "contains(lower(" + column + "), ?)");
        }
        places.add(id(CallId.parse(text)));
        return places;
    }
}
