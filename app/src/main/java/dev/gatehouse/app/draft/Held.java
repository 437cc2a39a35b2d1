package dev.gatehouse.app.draft;

/**
 * An object's text that cannot be read as YAML, kept as it was typed. The draft still has the object as it was last
 * readable.
 *
 * @param yaml the text
 * @param problem what is wrong with it, one sentence
 * @param line where, from 1; 0 if not known
 */
public record Held(String yaml, String problem, int line) {}
