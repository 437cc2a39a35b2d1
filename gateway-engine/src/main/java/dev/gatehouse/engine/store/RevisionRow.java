package dev.gatehouse.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * A revision as stored, without its document. Times are milliseconds since 1970.
 *
 * @param state {@code PENDING}, {@code ACTIVE}, {@code SUPERSEDED} or {@code FAILED}
 * @param confirmBy when to go back unless it is confirmed before, or null
 * @param fallback the revision to go back to, or null
 */
public record RevisionRow(
        int number,
        @Nullable Integer parent,
        String hash,
        String format,
        String author,
        @Nullable String message,
        long created,
        String state,
        @Nullable Long confirmBy,
        @Nullable Integer fallback) {}
