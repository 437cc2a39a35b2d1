package dev.gatehouse.engine.spec;

import java.util.List;

/**
 * A list of objects as it was bound.
 *
 * @param entries the objects; empty if anything is wrong
 * @param violations all that is wrong, in the order of the text
 */
public record Listed<T>(List<T> entries, List<Violation> violations) {
    public Listed {
        entries = List.copyOf(entries);
        violations = List.copyOf(violations);
    }
}
