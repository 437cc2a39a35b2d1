package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two documents, as a gateway sees it: what means the same is none.
 *
 * @param op {@code add}, {@code remove}, {@code change} or {@code rename}
 * @param kind of the object, in the singular: {@code route}
 * @param name of the object
 * @param pointer within it; empty for the object itself
 * @param before null if there was nothing
 * @param after null if there is nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Difference(
        String op,
        String kind,
        String name,
        String pointer,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {
    /** Says nothing, not null, as nothing. */
    public Difference(
            String op, String kind, String name, String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        this.op = op;
        this.kind = kind;
        this.name = name;
        this.pointer = pointer;
        this.before = before == null || before.isNull() ? null : before;
        this.after = after == null || after.isNull() ? null : after;
    }

    /** The collection that holds the object: {@code routes}. */
    public String collection() {
        return kind + "s";
    }
}
