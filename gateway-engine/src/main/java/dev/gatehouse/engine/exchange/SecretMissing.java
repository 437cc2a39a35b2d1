package dev.gatehouse.engine.exchange;

/** A secret cannot be had; the message says why in a sentence, and never holds a value. */
public final class SecretMissing extends Exception {
    private static final long serialVersionUID = 1;

    /** With a sentence. */
    public SecretMissing(String message) {
        super(message, null, false, false);
    }
}
