package dev.gatehouse.engine.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One applied state of the configuration.
 *
 * @param number from 1
 * @param parent the revision on which it was based, or null for the first
 * @param hash of its canonical document
 * @param format {@code yaml} or {@code json}, as it was written
 * @param author who applied it
 * @param message why, or null
 * @param time when it was stored
 * @param confirmBy when the engine goes back unless it is confirmed before, or null
 */
public record Revision(
        int number,
        @Nullable Integer parent,
        String hash,
        String format,
        String author,
        @Nullable String message,
        Instant time,
        State state,
        @Nullable Instant confirmBy) {
    /** How far a revision has come. */
    public enum State {
        /** Stored, not yet served. */
        PENDING,
        /** Served now. */
        ACTIVE,
        /** Served once. */
        SUPERSEDED,
        /** Never served: preparing it failed, or the process ended before. */
        FAILED
    }
}
