package dev.gatehouse.engine.spec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a document stand in its text. */
public final class Positions {
    /** A place in a text, both counted from 1. */
    public record Position(int line, int column) {}

    /** For trees that were never text. */
    public static final Positions NONE = new Positions();

    private final Map<String, Position> byPointer = new HashMap<>();

    Positions() {}

    void put(String pointer, Position position) {
        byPointer.put(pointer, position);
    }

    /** The place of the value at a pointer or, if it is missing, of the nearest value that holds it; null if unknown. */
    public @Nullable Position of(String pointer) {
        String at = pointer;
        while (true) {
            Position position = byPointer.get(at);
            if (position != null || at.isEmpty()) {
                return position;
            }
            at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
        }
    }

    /** The same violation with its place filled in, where it has none yet and there is one. */
    public Violation place(Violation violation) {
        Position position = violation.line() == null ? of(violation.pointer()) : null;
        return position == null
                ? violation
                : new Violation(
                        violation.pointer(), violation.message(), violation.hint(), position.line(), position.column());
    }
}
