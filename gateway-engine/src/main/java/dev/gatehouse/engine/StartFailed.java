package dev.gatehouse.engine;

/** A gateway could not start; nothing of it is left running. */
public final class StartFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String wayOut;

    /**
     * A failed start.
     *
     * @param sentence what happened and why
     * @param wayOut what to do about it
     * @param cause for the log
     */
    public StartFailed(String sentence, String wayOut, Throwable cause) {
        super(sentence, cause);
        this.wayOut = wayOut;
    }

    /** A failed start without a deeper cause. */
    public StartFailed(String sentence, String wayOut) {
        super(sentence);
        this.wayOut = wayOut;
    }

    /** What to do about it, in a sentence. */
    public String wayOut() {
        return wayOut;
    }
}
