package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document while it is bound. */
final class Problems {
    /** Guessing is slow among many names; a document with more mistakes than this is not read to the last one. */
    private static final int MAX_GUESSES = 400;

    /** So many words fit into a hint. */
    private static final int MAX_CHOICES = 12;

    private final Positions positions;
    private final List<Violation> violations;
    private int guesses;

    Problems(Positions positions, List<Violation> found) {
        this.positions = positions;
        this.violations = new ArrayList<>(found);
    }

    void add(Path path, String message, @Nullable String hint) {
        violations.add(positions.place(new Violation(path.pointer(), message, hint)));
    }

    /** Something about the key rather than its value. */
    void addAtKey(Path path, String message, @Nullable String hint) {
        String pointer = path.pointer();
        violations.add(Positions.at(new Violation(pointer, message, hint), positions.ofKey(pointer)));
    }

    /** The value must be something that it is not. */
    void must(Path path, String must, JsonNode is, @Nullable String hint) {
        add(path, subject(path) + " must be " + must + ", not " + describe(is) + ".", hint);
    }

    /** Whether there is still time to look for what may have been meant; each question counts. */
    boolean mayGuess() {
        return guesses++ < MAX_GUESSES;
    }

    /** A hint with the nearest of the words that are possible, or all of them if none is near. */
    @Nullable
    String guess(String word, Collection<String> possible) {
        String nearest = mayGuess() ? Nearest.of(word, possible) : null;
        if (nearest != null) {
            return "Did you mean '" + nearest + "'?";
        }
        if (possible.isEmpty() || possible.size() > MAX_CHOICES) {
            return null;
        }
        return possible.stream().collect(Collectors.joining(", ", "Possible: ", "."));
    }

    /** Everything found, in the order of the text if there is one. */
    List<Violation> inOrder() {
        List<Violation> inOrder = new ArrayList<>(violations);
        inOrder.sort(Comparator.comparingInt(Problems::line).thenComparingInt(Problems::column));
        return inOrder;
    }

    private static int line(Violation violation) {
        return violation.line() == null ? 0 : violation.line();
    }

    private static int column(Violation violation) {
        return violation.column() == null ? 0 : violation.column();
    }

    /** What a path leads to, as the beginning of a sentence. */
    static String subject(Path path) {
        Path parent = path.parent();
        if (parent == null) {
            return "The document";
        }
        boolean index = !path.segment().isEmpty() && path.segment().chars().allMatch(c -> c >= '0' && c <= '9');
        if (!index || path.segment().length() >= 7) {
            return "'" + path.segment() + "'";
        }
        String entry = "Entry " + (Integer.parseInt(path.segment()) + 1);
        return parent.parent() == null ? entry : entry + " of '" + parent.segment() + "'";
    }

    /** A value as a part of a sentence; texts only as far as they are short. */
    static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING ->
                node.textValue().length() <= 60
                        ? "'" + node.textValue() + "'"
                        : "a text of " + node.textValue().length() + " characters";
            case NULL, MISSING -> "empty";
            default -> node.asText();
        };
    }
}
