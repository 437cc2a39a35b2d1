package dev.gatehouse.app;

import java.util.logging.Logger;

/**
 * What JavaFX logs of itself. It warns at each start that it lies on the class path; it does by decision, since libraries
 * that it works with are no modules, and nobody who starts the program can change that. Everything else it says stays.
 */
final class JavafxLog {
    /** Kept: a logger that nobody holds may be collected, and its filter with it. */
    private static final Logger LOGGER = Logger.getLogger("javafx");

    private static final String ON_THE_CLASS_PATH = "Unsupported JavaFX configuration: classes were loaded from";

    private JavafxLog() {}

    /** Leaves that one warning out; before the toolkit starts. */
    static void settle() {
        LOGGER.setFilter(record -> !String.valueOf(record.getMessage()).startsWith(ON_THE_CLASS_PATH));
    }
}
