package dev.gatehouse.engine.telemetry;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The recorded calls, recent ones from memory and older ones from the store. Used from any thread but the event loops. */
public interface Calls {
    /** A page of calls, newest first. */
    CallPage find(CallQuery query) throws IOException;

    /** The call with this id, or null; found as soon as some 50 ms after its end. */
    @Nullable
    Call byId(String id) throws IOException;

    /**
     * Delivers calls as they end, at most ten frames a second.
     *
     * @param filter its {@code before} and {@code limit} are ignored
     * @param consumer must not block; called on the writer's thread
     */
    Subscription tail(CallQuery filter, Consumer<TailFrame> consumer);
}
