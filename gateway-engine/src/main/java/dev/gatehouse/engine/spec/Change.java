package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two configurations.
 *
 * @param op what happened; all but {@link Op#CHANGE} are about the object as a whole
 * @param kind the kind of object: {@code listener}, {@code upstream} or {@code route}
 * @param name the object's name; of a renamed one, the new name
 * @param pointer the JSON pointer within the object; empty for the object itself
 * @param before the value before (a default where none was written, the old name of a renamed object), or null if none
 * @param after the value after, likewise
 */
public record Change(
        Op op,
        String kind,
        String name,
        String pointer,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {
    /** What can happen to an object. In JSON they are written in lower case. */
    public enum Op {
        ADD,
        REMOVE,
        CHANGE,
        RENAME
    }
}
