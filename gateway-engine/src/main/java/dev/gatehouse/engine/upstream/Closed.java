package dev.gatehouse.engine.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Why an upstream has no target that may take a request: a sentence in two parts, with the upstream's name between them,
 * without its capital and its end.
 */
public record Closed(String before, String after) {
    /** All have the weight 0. */
    public static final Closed DRAINED = new Closed("no target of ", " has a weight above 0");

    /** An operator has said so of each. */
    public static final Closed FORCED =
            new Closed("an operator has forced out every target of ", " that could take requests");

    /** Discovery has found none yet. */
    static Closed undiscovered(String source, @Nullable String problem) {
        return new Closed(
                "the discovery of targets of ",
                " by " + source + " has found none yet" + (problem == null ? "" : ": " + problem));
    }

    /** A sentence without its capital and its end. */
    public String of(String upstream) {
        return before + upstream + after;
    }
}
