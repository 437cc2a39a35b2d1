package dev.gatehouse.engine.upstream;

/** Why an upstream has no target that may take a request. */
public enum Closed {
    /** All have the weight 0. */
    DRAINED("no target of %s has a weight above 0"),
    /** An operator has said so of each. */
    FORCED("an operator has forced out every target of %s that could take requests");

    private final String words;

    Closed(String words) {
        this.words = words;
    }

    /** A sentence without its capital and its end. */
    public String of(String upstream) {
        return words.formatted(upstream);
    }
}
