package dev.gatehouse.engine.cli;

/** What the process says with its exit code; scripts rely on it. */
final class ExitCode {
    static final int GOOD = 0;
    /** The configuration is invalid, or differs. */
    static final int FINDING = 1;

    static final int WRONG_USAGE = 2;
    /** The gateway could not be reached, or could not start. */
    static final int NO_GATEWAY = 3;

    private ExitCode() {}
}
