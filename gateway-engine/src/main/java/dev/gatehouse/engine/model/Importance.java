package dev.gatehouse.engine.model;

/** Which requests are refused first when there are too many; the first constant goes first. */
public enum Importance {
    /** Refused first. */
    SHEDDABLE,
    /** Refused when refusing the sheddable ones is not enough. */
    NORMAL,
    /** Refused last. */
    CRITICAL
}
