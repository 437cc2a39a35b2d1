package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;

/**
 * A state in words.
 *
 * @param status its kind: colour and shape
 * @param words what stands beside the shape
 */
public record Standing(Status status, String words) {}
