package dev.gatehouse.app.work;

import java.util.concurrent.Executor;

/** Short computations beside the screen, too small to be listed as {@link Jobs}. */
public final class Background {
    private Background() {}

    /** Runs each task at once, on a thread of its own. */
    public static Executor executor() {
        return task -> Thread.ofVirtual().name("background").start(task);
    }
}
