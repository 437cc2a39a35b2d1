package dev.gatehouse.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param seq 0 until it is stored
 * @param created milliseconds since 1970
 * @param actor who
 * @param action such as {@code config.apply}
 * @param subject on what
 * @param detail a sentence, or null
 */
public record AuditRow(
        long seq,
        long created,
        String actor,
        String action,
        String subject,
        @Nullable String detail) {}
