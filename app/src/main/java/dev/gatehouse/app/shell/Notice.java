package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened elsewhere and a person should know. Problems stay until they are closed, the rest goes after
 * five seconds; the bell keeps all.
 *
 * @param status its kind
 * @param words one sentence
 * @param at when it happened
 * @param action what to do about it; null for nothing
 */
public record Notice(
        Status status, String words, Instant at, @Nullable Action action) {
    /** A notice of now, with nothing to do. */
    public static Notice of(Status status, String words) {
        return new Notice(status, words, Instant.now(), null);
    }

    /** Whether it stays until closed. */
    public boolean stays() {
        return status == Status.BAD;
    }

    /** One thing to do about a notice, its words a verb. */
    public record Action(String words, Runnable run) {}
}
