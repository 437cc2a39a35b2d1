package dev.gatehouse.engine.certificate;

import org.jspecify.annotations.Nullable;

/** A certificate cannot be used; says which of its fields is to blame, why, and what to do. Never holds key material. */
public final class BadCertificate extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final @Nullable String hint;

    /**
     * A certificate that cannot be used.
     *
     * @param field {@code chain}, {@code key} or {@code password}
     * @param message why, as a sentence
     */
    public BadCertificate(String field, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.field = field;
        this.hint = hint;
    }

    /** The field to blame: {@code chain}, {@code key} or {@code password}. */
    public String field() {
        return field;
    }

    /** What to do, or null. */
    public @Nullable String hint() {
        return hint;
    }
}
