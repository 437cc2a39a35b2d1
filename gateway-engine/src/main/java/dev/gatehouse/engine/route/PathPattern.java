package dev.gatehouse.engine.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A route's path, taken apart.
 *
 * @param text as written
 * @param segments the segments in their safe form; null stands for a parameter
 * @param parameters the names of the parameters, from the left
 * @param rest whether the pattern ends with {@code /**}
 */
record PathPattern(String text, List<Segment> segments, List<String> parameters, boolean rest) {
    /** A segment: its text, or any one that is not empty. */
    record Segment(String text, boolean parameter) {}

    /**
     * Takes a pattern apart.
     *
     * @throws IllegalArgumentException with a sentence if it is not a path pattern
     */
    static PathPattern of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash");
        }
        List<Segment> segments = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        boolean rest = text.endsWith("/**");
        String body = rest ? text.substring(0, text.length() - 3) : text;
        if (!(rest && body.isEmpty())) {
            for (String segment : body.substring(1).split("/", -1)) {
                segments.add(segment(segment, parameters));
            }
        }
        if (new HashSet<>(parameters).size() < parameters.size()) {
            throw new IllegalArgumentException("a parameter's name stands twice");
        }
        StringBuilder literal = new StringBuilder();
        segments.forEach(s -> literal.append('/').append(s.parameter() ? "x" : s.text()));
        SafePath.Refusal refusal = literal.isEmpty() ? null : SafePath.refusal(literal.toString());
        if (refusal != null) {
            throw new IllegalArgumentException(refusal.message() + "; no request with such a path gets through");
        }
        return new PathPattern(
                text,
                segments.stream()
                        .map(s -> s.parameter() ? s : new Segment(SafePath.normal(s.text()), false))
                        .toList(),
                List.copyOf(parameters),
                rest);
    }

    private static Segment segment(String text, List<String> parameters) {
        if (text.startsWith("{") && text.endsWith("}")) {
            String name = text.substring(1, text.length() - 1);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("\"" + text + "\" is no parameter: write {name}");
            }
            parameters.add(name);
            return new Segment("", true);
        }
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a parameter takes a whole segment: \"" + text + "\"");
        }
        if (text.indexOf('*') >= 0) {
            throw new IllegalArgumentException("\"" + text + "\": ** stands only at the end, after a slash");
        }
        return new Segment(text, false);
    }
}
