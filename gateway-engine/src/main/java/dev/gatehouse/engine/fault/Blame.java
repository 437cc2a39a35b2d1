package dev.gatehouse.engine.fault;

/** Whose doing a fault is. */
public enum Blame {
    CLIENT,
    GATEWAY,
    UPSTREAM
}
