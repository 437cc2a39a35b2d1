package dev.gatehouse.app.screen.welcome;

/** How to begin. */
public enum Choice {
    DEMO,
    EMBEDDED,
    CONNECT
}
