package dev.gatehouse.engine.spec;

/** Reads the text of a document. */
public final class Document {
    private Document() {}

    /** Reads a text to the end or to its first syntax error; never throws for what the text says. */
    public static Parsed parse(String text, Format format) {
        throw new UnsupportedOperationException(format + " of " + text.length());
    }
}
