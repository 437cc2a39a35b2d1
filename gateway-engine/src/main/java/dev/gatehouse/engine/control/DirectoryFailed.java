package dev.gatehouse.engine.control;

import org.jspecify.annotations.Nullable;

/** A data directory cannot be used; nothing in it has changed. */
public final class DirectoryFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;
    private final String wayOut;

    /** With what happened and what to do. */
    public DirectoryFailed(String why, String wayOut, @Nullable Throwable cause) {
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
