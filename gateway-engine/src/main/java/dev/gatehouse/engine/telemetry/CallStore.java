package dev.gatehouse.engine.telemetry;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls and roll-ups beyond memory and beyond a restart, bounded by age and size. Written by one thread, read by
 * any. An exception costs the batch or the query and nothing else.
 */
public interface CallStore extends AutoCloseable {
    /** A store that keeps nothing. */
    CallStore NONE = new CallStore() {
        @Override
        public void append(List<Call> calls, List<RollUp> rollUps) {}

        @Override
        public CallPage find(CallQuery query) {
            return new CallPage(List.of(), null);
        }

        @Override
        public @Nullable Call byId(String id) {
            return null;
        }

        @Override
        public void rollUps(Instant from, Instant to, RollUp.Kind kind, Consumer<RollUp> each) {}

        @Override
        public void tidy(Instant now) {}

        @Override
        public void close() {}
    };

    /** Adds a batch, all or nothing. */
    void append(List<Call> calls, List<RollUp> rollUps) throws IOException;

    /** A page of stored calls. */
    CallPage find(CallQuery query) throws IOException;

    /** The call with this id, or null. */
    @Nullable
    Call byId(String id) throws IOException;

    /** Hands out the roll-ups of one kind whose minute lies in [from, to), in order of time. */
    void rollUps(Instant from, Instant to, RollUp.Kind kind, Consumer<RollUp> each) throws IOException;

    /** Lets go of what is too old or too much. */
    void tidy(Instant now) throws IOException;

    @Override
    void close();
}
