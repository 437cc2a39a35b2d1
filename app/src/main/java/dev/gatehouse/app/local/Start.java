package dev.gatehouse.app.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A gateway on its way up, on a thread of its own: who waits for it may be interrupted, but a store must not be in the
 * middle of a write. A start that nobody wants any more is let go to its end, and what came up is closed.
 */
final class Start {
    private final EngineKind kind;
    private final CompletableFuture<LocalGateway> result = new CompletableFuture<>();

    Start(EngineKind kind) {
        this.kind = kind;
    }

    /** Starts it and waits. */
    LocalGateway await() throws InterruptedException, LocalStartFailed {
        Thread.ofPlatform().name("engine-start").start(this::open);
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LocalStartFailed known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Nobody wants it any more; does not wait. */
    void abandon() {
        if (!result.cancel(false) && !result.isCompletedExceptionally()) {
            Thread.ofVirtual().start(() -> result.join().close());
        }
    }

    private void open() {
        try {
            LocalGateway opened = kind == EngineKind.DEMO ? LocalGateway.startDemo() : LocalGateway.startEmbedded();
            if (!result.complete(opened)) {
                opened.close();
            }
        } catch (LocalStartFailed | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}
