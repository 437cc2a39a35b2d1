package dev.gatehouse.app.form;

/**
 * An object's text that cannot be read.
 *
 * @param text as it was typed
 * @param problem what is wrong, in sentences
 * @param line where, from 1
 */
public record Broken(String text, String problem, int line) {}
