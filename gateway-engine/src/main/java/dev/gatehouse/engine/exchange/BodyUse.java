package dev.gatehouse.engine.exchange;

/**
 * What a step does with the bodies that pass in one direction. Bodies stream; only for {@code COLLECT} is one kept until it
 * is whole, at the largest bound that a step of the chain asks for.
 *
 * @param most the most bytes that are collected; 0 for every other kind
 */
public record BodyUse(Kind kind, long most) {
    /** Does not look at it. */
    public static final BodyUse NONE = new BodyUse(Kind.NONE, 0);

    /** Sees it pass, part by part, and leaves it as it is. */
    public static final BodyUse OBSERVE = new BodyUse(Kind.OBSERVE, 0);

    /** Changes it, part by part. */
    public static final BodyUse TRANSFORM = new BodyUse(Kind.TRANSFORM, 0);

    /** The kinds of use. */
    public enum Kind {
        NONE,
        OBSERVE,
        TRANSFORM,
        COLLECT
    }

    /** Sees it whole before it goes on; a larger one is refused: 413 for a request's, 502 for a response's. */
    public static BodyUse collect(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("a body is collected up to at least one byte, not " + most);
        }
        return new BodyUse(Kind.COLLECT, most);
    }

    /** Whether it is of a kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
