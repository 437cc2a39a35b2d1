package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A value that was changed on both sides, each in its own way.
 *
 * @param key the object
 * @param pointer within it; empty where one side took the whole object away
 * @param base as it was; null if it was not there, like {@code mine} and {@code theirs}
 * @param mine as the draft has it
 * @param theirs as the newer revision has it
 */
public record Conflict(
        ObjectKey key,
        String pointer,
        @Nullable JsonNode base,
        @Nullable JsonNode mine,
        @Nullable JsonNode theirs) {
    /** Which side of a conflict is to be. */
    public enum Choice {
        MINE,
        THEIRS
    }
}
