package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as read: its tree, where each value stands, and what was wrong with the writing itself.
 *
 * @param tree the document, or null if the text could not be read to its end
 * @param positions where values stand in the text
 * @param violations broken syntax, duplicate keys and the like; the tree leaves out what they mean
 */
public record Parsed(@Nullable JsonNode tree, Positions positions, List<Violation> violations) {
    public Parsed {
        violations = List.copyOf(violations);
    }
}
