package dev.gatehouse.app.work;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The toolkit's thread as an executor; tests of view-models inject another. */
public final class UiThread {
    private UiThread() {}

    /** Runs each task on the FX thread, later and in order. */
    public static Executor executor() {
        return Platform::runLater;
    }
}
