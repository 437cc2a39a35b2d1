package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How an object of the draft differs from the base.
 *
 * @param op what happened to it
 * @param key its name now; of a removed one, its name in the base
 * @param was its name in the base; the same as {@code key} unless it was renamed
 * @param before as in the base; null if it was added. Not to be changed, nor is {@code after}
 * @param after as in the draft; null if it was removed
 */
public record ObjectChange(
        Op op,
        ObjectKey key,
        ObjectKey was,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {
    /** What happened to an object; a renamed one may have changed as well. */
    public enum Op {
        ADDED,
        CHANGED,
        REMOVED,
        RENAMED
    }
}
