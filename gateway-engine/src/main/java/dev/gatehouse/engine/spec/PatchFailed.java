package dev.gatehouse.engine.spec;

/** A patch does not fit the document that it is meant for; the message says which operation and why. */
public final class PatchFailed extends Exception {
    PatchFailed(String message) {
        super(message);
    }
}
