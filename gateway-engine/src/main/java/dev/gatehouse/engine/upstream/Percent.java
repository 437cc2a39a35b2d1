package dev.gatehouse.engine.upstream;

/** Reads shares as documents write them. */
public final class Percent {
    private Percent() {}

    /** The number in {@code 20%}. */
    public static int of(String text) {
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }
}
