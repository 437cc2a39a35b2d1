package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The frames of the last 15 minutes, and each new one as it comes. Used from any thread but the event loops. */
public final class Live {
    /** The frames that are kept. */
    static final int KEPT = 900;

    private final Deque<LiveFrame> frames = new ArrayDeque<>();
    private final Subscribers<LiveFrame> subscribers = new Subscribers<>();

    Live() {}

    /** The kept frames of this time and later, oldest first. */
    public synchronized List<LiveFrame> history(Instant from) {
        return frames.stream().filter(frame -> !frame.t().isBefore(from)).toList();
    }

    /**
     * Delivers each new frame, once a second.
     *
     * @param consumer must not block; called on the ticker's thread
     */
    public Subscription subscribe(Consumer<LiveFrame> consumer) {
        return subscribers.add(consumer);
    }

    /** Delivers the kept frames of this time and later at once, then each new one, without a gap and in order. */
    public synchronized Subscription subscribe(Instant from, Consumer<LiveFrame> consumer) {
        history(from).forEach(consumer);
        return subscribers.add(consumer);
    }

    synchronized void publish(LiveFrame frame) {
        while (!frames.isEmpty() && !frames.getLast().t().isBefore(frame.t())) {
            frames.removeLast(); // the clock was set back: what it had not reached yet has not been
        }
        if (frames.size() == KEPT) {
            frames.removeFirst();
        }
        frames.addLast(frame);
        subscribers.publish(frame);
    }
}
