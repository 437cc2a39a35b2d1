package dev.gatehouse.app.client;

import org.jspecify.annotations.Nullable;

/** A question of the {@link Probe} had a bad answer; the message says what happened and why. */
public sealed class ProbeFailed extends Exception permits CertificateRefused {
    private final String wayOut;

    ProbeFailed(String message, String wayOut) {
        this(message, wayOut, null);
    }

    ProbeFailed(String message, String wayOut, @Nullable Throwable cause) {
        super(message, cause);
        this.wayOut = wayOut;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What to do about it, one or two sentences. */
    public final String wayOut() {
        return wayOut;
    }
}
