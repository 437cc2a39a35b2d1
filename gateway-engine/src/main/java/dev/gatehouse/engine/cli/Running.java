package dev.gatehouse.engine.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs something until the process is told to stop (SIGTERM, SIGINT), then closes it. A stop that was asked for is a good
 * end, so the process ends with 0 and not with the signal's number.
 */
final class Running {
    /** Starts what is to run. */
    interface Start {
        AutoCloseable start() throws Exception;
    }

    private final AtomicReference<@Nullable AutoCloseable> running = new AtomicReference<>();

    private Running() {}

    static int untilStopped(Start start) throws Exception {
        Running run = new Running();
        Thread hook = new Thread(run::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            run.running.set(start.start());
        } catch (Exception e) {
            Runtime.getRuntime().removeShutdownHook(hook);
            throw e;
        }
        new CountDownLatch(1).await();
        return ExitCode.GOOD;
    }

    private void stop() {
        int code = ExitCode.GOOD;
        try (AutoCloseable closing = running.get()) {
            if (closing != null) {
                System.err.println("gatehouse: stopping");
            }
        } catch (Exception e) {
            System.err.println("gatehouse: did not stop cleanly: " + e);
            code = ExitCode.NO_GATEWAY;
        }
        Runtime.getRuntime().halt(code);
    }
}
