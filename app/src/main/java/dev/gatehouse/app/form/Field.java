package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One field as the schema tells it.
 *
 * @param name the key in documents; empty for the items of a list and the values of a map
 * @param title for people
 * @param help one sentence
 * @param byDefault what holds where the document has nothing; null if nothing does, or if it is not told
 * @param required whether a document must have it
 * @param advanced whether most people never change it
 */
public record Field(
        String name,
        String title,
        String help,
        Kind kind,
        @Nullable JsonNode byDefault,
        boolean required,
        boolean advanced) {
    /** The same field as the value of a list or map: it is there, or its row is not. */
    Field each(String title) {
        return new Field("", title, "", kind, null, true, false);
    }
}
