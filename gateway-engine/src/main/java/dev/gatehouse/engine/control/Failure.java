package dev.gatehouse.engine.control;

import dev.gatehouse.engine.spec.Violation;
import java.time.Instant;
import java.util.List;

/**
 * A change that was asked for and did not come about.
 *
 * @param time when it failed
 * @param author who asked for it
 * @param message what went wrong, in a sentence
 * @param violations what is wrong about the document or this machine; may be empty
 */
public record Failure(Instant time, String author, String message, List<Violation> violations) {
    /** Copies the list. */
    public Failure {
        violations = List.copyOf(violations);
    }
}
