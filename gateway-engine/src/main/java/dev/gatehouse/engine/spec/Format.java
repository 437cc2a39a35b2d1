package dev.gatehouse.engine.spec;

/** The two ways to write a document. */
public enum Format {
    YAML,
    JSON
}
