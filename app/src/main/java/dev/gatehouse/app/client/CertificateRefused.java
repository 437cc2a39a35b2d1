package dev.gatehouse.app.client;

import org.jspecify.annotations.Nullable;

/** A gateway shows a certificate that nobody on this machine has accepted yet, or another one than the accepted one. */
public final class CertificateRefused extends ProbeFailed {
    private final String about;
    private final String fingerprint;
    private final @Nullable String pinned;

    CertificateRefused(String message, String wayOut, String about, String fingerprint, @Nullable String pinned) {
        super(message, wayOut);
        this.about = about;
        this.fingerprint = fingerprint;
        this.pinned = pinned;
    }

    /** Whose it is, who issued it and until when it is valid, in words. */
    public String about() {
        return about;
    }

    /** The fingerprint of what was shown. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The fingerprint that was accepted before; null if none was. */
    public @Nullable String pinned() {
        return pinned;
    }
}
