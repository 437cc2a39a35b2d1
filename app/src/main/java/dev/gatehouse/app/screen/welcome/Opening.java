package dev.gatehouse.app.screen.welcome;

/** How far the opening of a gateway is. */
public sealed interface Opening {
    /** Nothing was asked yet, or it was done. */
    record Idle() implements Opening {}

    /** It is under way. */
    record UnderWay(String words) implements Opening {}

    /** It failed: what happened and why, and what to do. */
    record Failed(String words, String wayOut) implements Opening {}
}
