package dev.gatehouse.app.local;

import dev.gatehouse.engine.StartFailed;

/** The gateway in this process could not start; the message says what happened and why. */
public final class LocalStartFailed extends Exception {
    private final String wayOut;

    LocalStartFailed(StartFailed cause) {
        super(cause.getMessage(), cause);
        wayOut = cause.wayOut();
    }

    /** What to do about it, one sentence. */
    public String wayOut() {
        return wayOut;
    }
}
