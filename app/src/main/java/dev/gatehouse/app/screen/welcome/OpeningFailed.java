package dev.gatehouse.app.screen.welcome;

import org.jspecify.annotations.Nullable;

/** A gateway could not be opened; the message says what happened and why. */
public final class OpeningFailed extends Exception {
    private final String wayOut;

    /** A failure and what to do about it. */
    public OpeningFailed(String message, String wayOut, @Nullable Throwable cause) {
        super(message, cause);
        this.wayOut = wayOut;
    }

    /** What to do about it, one sentence. */
    public String wayOut() {
        return wayOut;
    }
}
