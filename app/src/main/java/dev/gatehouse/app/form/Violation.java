package dev.gatehouse.app.form;

/**
 * Something that is wrong with an object.
 *
 * @param pointer inside the object
 * @param words what is wrong and what to do, in sentences
 */
public record Violation(String pointer, String words) {}
