package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;

/**
 * Something that asks for attention wherever somebody is.
 *
 * @param words what it is, and how many more there are
 * @param open leads to it
 */
public record Concern(Status status, String words, Runnable open) {}
