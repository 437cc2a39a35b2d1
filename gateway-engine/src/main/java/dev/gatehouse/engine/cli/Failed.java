package dev.gatehouse.engine.cli;

/** Ends a command with a sentence for its user. */
final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /**
     * A failure.
     *
     * @param message what happened, why, and what to do
     */
    Failed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
