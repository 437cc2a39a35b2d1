package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A named change of the draft. The title is what undo says: "Change the path of products". */
public sealed interface Edit {
    /** What undo and redo call it. */
    String title();

    /** Gives a field of an object a value; a pointer that ends in {@code /-} adds to a list. */
    record Set(ObjectKey key, String pointer, JsonNode value, String title) implements Edit {}

    /** Takes a field, or an entry of a list, away. What it was in stays, since an empty object can say something. */
    record Remove(ObjectKey key, String pointer, String title) implements Edit {}

    /** Adds an object. */
    record Create(ObjectKey key, ObjectNode value, String title) implements Edit {}

    /** Takes an object away. */
    record Delete(ObjectKey key, String title) implements Edit {}

    /** Gives an object another name, also wherever another object names it. */
    record Rename(ObjectKey key, String newName, String title) implements Edit {}

    /** Replaces an object as a whole. */
    record Replace(ObjectKey key, ObjectNode value, String title) implements Edit {}

    /** Several as one. */
    record All(List<Edit> edits, String title) implements Edit {
        public All {
            edits = List.copyOf(edits);
        }
    }

    /** Gives a field of an object a value. */
    static Edit set(ObjectKey key, String pointer, JsonNode value, String title) {
        return pointer.isEmpty()
                ? replace(key, (ObjectNode) value, title)
                : new Set(key, pointer, PlainJson.of(value), title);
    }

    /** Takes a field, or an entry of a list, away. What it was in stays, since an empty object can say something. */
    static Edit remove(ObjectKey key, String pointer, String title) {
        return new Remove(key, pointer, title);
    }

    /** Adds an object. */
    static Edit create(ObjectKey key, ObjectNode value, String title) {
        return new Create(key, (ObjectNode) PlainJson.of(value), title);
    }

    /** Takes an object away. */
    static Edit delete(ObjectKey key, String title) {
        return new Delete(key, title);
    }

    /** Gives an object another name, also wherever another object names it. */
    static Edit rename(ObjectKey key, String newName, String title) {
        return new Rename(key, newName, title);
    }

    /** Replaces an object as a whole. */
    static Edit replace(ObjectKey key, ObjectNode value, String title) {
        return new Replace(key, (ObjectNode) PlainJson.of(value), title);
    }

    /** Several as one, done in order. */
    static Edit all(List<Edit> edits, String title) {
        return new All(edits, title);
    }
}
