package dev.gatehouse.engine.spec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the keys and values of a document stand in its text. */
public final class Positions {
    /** A place in a text, both counted from 1. */
    public record Position(int line, int column) {}

    /** For trees that were never text. */
    public static final Positions NONE = new Positions();

    private final Map<String, Position> values = new HashMap<>();
    private final Map<String, Position> keys = new HashMap<>();

    Positions() {}

    void putKey(String pointer, Position position) {
        keys.put(pointer, position);
    }

    void putScalar(String pointer, Position position) {
        values.put(pointer, position);
    }

    /** Takes down an object or list; one under a key is found at its key, for its text may start lines below. */
    void putContainer(String pointer, Position position) {
        values.put(pointer, keys.getOrDefault(pointer, position));
    }

    /** The place of the value at a pointer or, if it is missing, of the nearest value that holds it; null if unknown. */
    public @Nullable Position of(String pointer) {
        String at = pointer;
        while (true) {
            Position position = values.get(at);
            if (position != null || at.isEmpty()) {
                return position;
            }
            at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
        }
    }

    /** The place of the key whose value is at a pointer; where there is none, the value's. */
    public @Nullable Position ofKey(String pointer) {
        Position position = keys.get(pointer);
        return position != null ? position : of(pointer);
    }

    /** The same violation with its place filled in, where it has none yet and there is one. */
    public Violation place(Violation violation) {
        return violation.line() == null ? at(violation, of(violation.pointer())) : violation;
    }

    static Violation at(Violation violation, @Nullable Position position) {
        return position == null
                ? violation
                : new Violation(
                        violation.pointer(), violation.message(), violation.hint(), position.line(), position.column());
    }
}
