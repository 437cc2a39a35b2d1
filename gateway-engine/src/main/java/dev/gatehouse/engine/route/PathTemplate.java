package dev.gatehouse.engine.route;

import java.util.ArrayList;
import java.util.List;

/**
 * Text made from a match: {@code {name}} stands for a parameter's segment, {@code /**} at the end for what the match's
 * {@code /**} took.
 */
public final class PathTemplate {
    private final String text;
    /** Literal text before each parameter, then the text after the last. */
    private final String[] literals;

    private final int[] parameters;
    private final boolean rest;

    private PathTemplate(String text, String[] literals, int[] parameters, boolean rest) {
        this.text = text;
        this.literals = literals;
        this.parameters = parameters;
        this.rest = rest;
    }

    /**
     * Prepares a template for the matches of a path.
     *
     * @param template as written
     * @param pattern the match's path
     * @throws IllegalArgumentException with a sentence if it uses what the pattern does not give
     */
    public static PathTemplate of(String template, String pattern) {
        PathPattern path = PathPattern.of(pattern);
        boolean rest = template.endsWith("/**");
        if (rest && !path.rest()) {
            throw new IllegalArgumentException("/** carries nothing: the match's path \"" + pattern + "\" has no /**");
        }
        String body = rest ? template.substring(0, template.length() - 3) : template;
        List<String> literals = new ArrayList<>();
        List<Integer> parameters = new ArrayList<>();
        int from = 0;
        for (int open = body.indexOf('{'); open >= 0; open = body.indexOf('{', from)) {
            int close = body.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a brace is not closed");
            }
            String name = body.substring(open + 1, close);
            int index = path.parameters().indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("the match's path has no parameter {" + name + "}"
                        + (path.parameters().isEmpty() ? "" : "; it has " + path.parameters()));
            }
            literals.add(body.substring(from, open));
            parameters.add(index);
            from = close + 1;
        }
        literals.add(body.substring(from));
        return new PathTemplate(
                template,
                literals.toArray(String[]::new),
                parameters.stream().mapToInt(Integer::intValue).toArray(),
                rest);
    }

    /** The text for a match; never empty. */
    public String expand(Routing<?> match) {
        if (parameters.length == 0 && !rest) {
            return literals[0];
        }
        StringBuilder out = new StringBuilder(64);
        for (int i = 0; i < parameters.length; i++) {
            out.append(literals[i]);
            match.appendParameter(parameters[i], out);
        }
        out.append(literals[parameters.length]);
        if (rest) {
            match.appendRemainder(out);
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
