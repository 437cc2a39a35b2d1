package dev.gatehouse.engine.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened; what is on disk has not been touched. */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;
    private final String wayOut;

    /** With what happened and what to do. */
    public StoreFailed(String why, String wayOut, @Nullable Throwable cause) {
        super(why, cause);
        this.why = why;
        this.wayOut = wayOut;
    }

    /** What happened, in a sentence. */
    public String why() {
        return why;
    }

    /** What to do about it, in a sentence. */
    public String wayOut() {
        return wayOut;
    }
}
