package dev.gatehouse.engine.spec;

import org.jspecify.annotations.Nullable;

/**
 * One thing that makes a document unusable.
 *
 * @param pointer the JSON pointer of the value that is meant, also where it is missing; empty for the whole document
 * @param message what is wrong, a sentence
 * @param hint what to do instead, if there is a good guess
 * @param line the line in the text, from 1, where known
 * @param column the column in the line, from 1, where known
 */
public record Violation(
        String pointer,
        String message,
        @Nullable String hint,
        @Nullable Integer line,
        @Nullable Integer column) {
    /** A violation in a tree that has no text. */
    public Violation(String pointer, String message, @Nullable String hint) {
        this(pointer, message, hint, null, null);
    }
}
