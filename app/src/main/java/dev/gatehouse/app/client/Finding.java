package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Something that a gateway finds about a document.
 *
 * @param pointer where in the document
 * @param message what is wrong or odd
 * @param hint what would be right; empty for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(String pointer, String message, String hint) {
    /** Fills in what was not sent. */
    public Finding(@Nullable String pointer, @Nullable String message, @Nullable String hint) {
        this.pointer = pointer == null ? "" : pointer;
        this.message = message == null ? "" : message;
        this.hint = hint == null ? "" : hint;
    }
}
