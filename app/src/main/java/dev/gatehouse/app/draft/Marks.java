package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which values of an object differ from the base: what a form marks as changed. */
public final class Marks {
    private final List<FieldChange> changes;

    private Marks(List<FieldChange> changes) {
        this.changes = changes;
    }

    /** The marks of an object, from the base's state to the draft's; null for a state in which it is not there. */
    public static Marks of(@Nullable ObjectNode before, @Nullable ObjectNode after) {
        return new Marks(FieldChange.between(before, after));
    }

    /** The changed values. */
    public Collection<FieldChange> all() {
        return changes;
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether the value there, a part of it, or what it is part of as a whole, differs. */
    public boolean changed(String pointer) {
        return changes.stream()
                .anyMatch(change -> holds(pointer, change.pointer()) || holds(change.pointer(), pointer));
    }

    /** How many of the changed values lie there or below. */
    public int count(String pointer) {
        return (int) changes.stream()
                .filter(change -> holds(pointer, change.pointer()))
                .count();
    }

    private static boolean holds(String whole, String part) {
        return part.startsWith(whole) && (part.length() == whole.length() || part.charAt(whole.length()) == '/');
    }
}
