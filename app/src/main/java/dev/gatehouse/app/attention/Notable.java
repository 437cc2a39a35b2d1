package dev.gatehouse.app.attention;

import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;

/**
 * Something that somebody should know.
 *
 * @param about the object that it leads to
 */
public record Notable(Status status, ObjectKey about, String words) {}
