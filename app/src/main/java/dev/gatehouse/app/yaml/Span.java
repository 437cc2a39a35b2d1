package dev.gatehouse.app.yaml;

/**
 * Where a value stands in a text, its key included. Lines count from 0; offsets are UTF-16 units.
 *
 * @param line of the key, or of the value where it has none
 * @param lastLine of the value
 * @param start of the value
 * @param end of the value, exclusive
 * @param plain whether it is a single value in one line, so that another can take its place there
 */
public record Span(int line, int lastLine, int start, int end, boolean plain) {}
