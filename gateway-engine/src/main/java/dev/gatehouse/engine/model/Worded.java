package dev.gatehouse.engine.model;

/** An enum whose constants are written in documents otherwise than by their names. */
public interface Worded {
    /** How the constant is written. */
    String word();
}
