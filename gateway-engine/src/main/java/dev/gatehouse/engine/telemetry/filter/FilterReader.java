package dev.gatehouse.engine.telemetry.filter;

import dev.gatehouse.engine.spec.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a filter from left to right. */
final class FilterReader {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z-]*)(>=|<=|>|<|:|=)");

    private final String text;
    private int at;

    /** Where the term that is being read begins. */
    private int start;

    FilterReader(String text) {
        this.text = text;
    }

    List<Condition> all() throws BadFilter {
        List<Condition> conditions = new ArrayList<>();
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            conditions.add(term());
        }
        return conditions;
    }

    /** The values of a field, up to the end. */
    Condition values(CallField field) throws BadFilter {
        Condition condition = condition(field, ":");
        if (at < text.length()) {
            throw wrong(at, "A value with a blank has to stand in quotes.");
        }
        return condition;
    }

    private Condition term() throws BadFilter {
        start = at;
        boolean not = text.charAt(at) == '-';
        if (not) {
            at++;
            if (at == text.length() || isBlank(text.charAt(at))) {
                throw wrong(start, "A '-' needs a term right behind it, such as -status:404.");
            }
        }
        Matcher matcher = FIELD.matcher(text).region(at, text.length());
        Condition condition;
        if (matcher.lookingAt()) {
            CallField field = field(matcher.group(1));
            at = matcher.end();
            condition = condition(field, matcher.group(2));
        } else {
            String word = text.charAt(at) == '"' ? quoted() : word(false);
            if (word.isEmpty()) {
                throw wrong(start, "There is nothing in the quotes to look for.");
            }
            condition = new Condition.Occurs(word);
        }
        if (at < text.length() && !isBlank(text.charAt(at))) {
            throw wrong(at, "A blank has to stand behind the closing quote.");
        }
        return not ? new Condition.Not(condition) : condition;
    }

    private CallField field(String word) throws BadFilter {
        CallField field = CallField.of(word.toLowerCase(Locale.ROOT));
        if (field != null) {
            return field;
        }
        String near = Nearest.of(word.toLowerCase(Locale.ROOT), CallField.words());
        throw wrong(
                at,
                "Calls have no field '" + word + "'"
                        + (near == null ? "" : "; did you mean '" + near + "'?")
                        + (near == null ? ". " : " ") + "The fields are " + String.join(", ", CallField.words())
                        + ". Put the term in quotes to look for it as text.");
    }

    private Condition condition(CallField field, String operator) throws BadFilter {
        boolean exact = operator.equals(":") || operator.equals("=");
        if (!exact && !field.kind().isOrdered()) {
            throw wrong(
                    start, "'" + field.word() + "' has no order: write " + field.word() + ":" + field.example() + ".");
        }
        List<Span> spans = new ArrayList<>();
        List<TextPattern> patterns = new ArrayList<>();
        boolean more;
        do {
            int begin = at;
            boolean inQuotes = at < text.length() && text.charAt(at) == '"';
            String value = inQuotes ? quoted() : word(true);
            if (value.isEmpty()) {
                throw wrong(begin, "'" + field.word() + "' needs a value, such as " + field.example() + ".");
            }
            try {
                if (field.kind().isOrdered()) {
                    spans.add(Values.span(field, operator, value));
                } else {
                    patterns.add(Values.pattern(field, value, inQuotes));
                }
            } catch (IllegalArgumentException e) {
                throw wrong(begin, "'" + field.word() + "' " + e.getMessage() + ", not '" + value + "'.");
            }
            more = at < text.length() && text.charAt(at) == ',';
            if (more && !exact) {
                throw wrong(at, "A comparison takes one value; write a comma only behind ':'.");
            }
            at += more ? 1 : 0;
        } while (more);
        return patterns.isEmpty() ? new Condition.Numbers(field, spans) : new Condition.Texts(field, patterns);
    }

    private String word(boolean inList) {
        int begin = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && !(inList && text.charAt(at) == ',')) {
            at++;
        }
        return text.substring(begin, at);
    }

    /** What stands between quotes; a backslash takes the next character as it is. */
    private String quoted() throws BadFilter {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw wrong(begin, "This quote is never closed.");
        }
        at++;
        return value.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private BadFilter wrong(int place, String message) {
        int end = Math.max(start, place);
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        String term = text.substring(start, end);
        return new BadFilter(term, place + 1, "The term '" + term + "' (column " + (place + 1) + "): " + message);
    }
}
