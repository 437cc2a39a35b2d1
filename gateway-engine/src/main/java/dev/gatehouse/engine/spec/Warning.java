package dev.gatehouse.engine.spec;

/**
 * Something of a usable document that is probably not meant.
 *
 * @param pointer the JSON pointer of what is meant
 * @param message what is odd about it, a sentence
 */
public record Warning(String pointer, String message) {}
