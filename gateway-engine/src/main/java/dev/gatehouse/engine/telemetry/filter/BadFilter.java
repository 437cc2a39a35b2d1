package dev.gatehouse.engine.telemetry.filter;

/** A text is no filter; the message says in whole sentences which term is wrong and what would do. */
public final class BadFilter extends Exception {
    private static final long serialVersionUID = 1;

    private final String term;
    private final int column;

    BadFilter(String term, int column, String message) {
        super(message, null, false, false);
        this.term = term;
        this.column = column;
    }

    /** The term as it was written. */
    public String term() {
        return term;
    }

    /** Where what is wrong begins, counted from 1. */
    public int column() {
        return column;
    }
}
