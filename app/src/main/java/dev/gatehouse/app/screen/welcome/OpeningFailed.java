package dev.gatehouse.app.screen.welcome;

import org.jspecify.annotations.Nullable;

/** A gateway could not be opened; the message says what happened and why. */
public final class OpeningFailed extends Exception {
    private final String wayOut;
    private final transient @Nullable UnknownCertificate certificate;

    /** A failure and what to do about it. */
    public OpeningFailed(String message, String wayOut) {
        super(message);
        this.wayOut = wayOut;
        certificate = null;
    }

    /** A failure with what is behind it. */
    public OpeningFailed(String message, String wayOut, Throwable cause) {
        super(message, cause);
        this.wayOut = wayOut;
        certificate = null;
    }

    /** A certificate that a person has to decide about. */
    public OpeningFailed(String message, String wayOut, UnknownCertificate certificate) {
        super(message);
        this.wayOut = wayOut;
        this.certificate = certificate;
    }

    /** What to do about it, one sentence. */
    public String wayOut() {
        return wayOut;
    }

    /** The certificate that it failed for; null if it failed for something else. */
    public @Nullable UnknownCertificate certificate() {
        return certificate;
    }
}
