package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.look.Status;

/** Something that somebody should look at, in words. */
public record Attention(Status status, String words) {}
