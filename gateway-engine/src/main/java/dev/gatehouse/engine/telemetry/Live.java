package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The frames of the last 15 minutes, and each new one as it comes. Used from any thread but the event loops. */
public interface Live {
    /** The kept frames of this time and later, oldest first. */
    List<LiveFrame> history(Instant from);

    /**
     * Delivers each new frame, once a second.
     *
     * @param consumer must not block; called on the ticker's thread
     */
    Subscription subscribe(Consumer<LiveFrame> consumer);

    /** Delivers the kept frames of this time and later at once, then each new one, without a gap and in order. */
    Subscription subscribe(Instant from, Consumer<LiveFrame> consumer);
}
