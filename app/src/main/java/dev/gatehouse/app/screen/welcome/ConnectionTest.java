package dev.gatehouse.app.screen.welcome;

import java.net.URI;
import java.util.function.Consumer;

/** Tries a connection step by step. Blocks; run off the FX thread. */
public interface ConnectionTest {
    /**
     * Runs the steps in order until one fails. Each is told twice: as running, then with its result; the steps after a
     * failed one are not told.
     */
    void run(URI address, String token, Consumer<Step> told);
}
