package dev.gatehouse.engine.spec;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a text.
 *
 * @param must what it must be, as the end of the sentence "The value must be …"
 * @param hint what to write instead, if there is a good guess
 */
record Complaint(String must, @Nullable String hint) {}
