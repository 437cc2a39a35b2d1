package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says of the draft.
 *
 * @param status bad for what cannot be applied, attention for what is odd
 * @param words what, and what would be right
 * @param key the object; null for none
 * @param pointer within it
 */
record Remark(Status status, String words, @Nullable ObjectKey key, String pointer) {}
