package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.look.Status;

/**
 * Something that somebody should look at, in words.
 *
 * @param upstream whose upstream it is about; empty for none
 */
public record Attention(Status status, String words, String upstream) {}
