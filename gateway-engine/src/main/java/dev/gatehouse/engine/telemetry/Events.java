package dev.gatehouse.engine.telemetry;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The latest events, in memory: at most {@value #CAPACITY}. Used from any thread but the event loops. */
public final class Events {
    private static final int CAPACITY = 1000;

    private final InstantSource clock;
    private final Deque<Event> latest = new ArrayDeque<>();
    private final Subscribers<Event> subscribers = new Subscribers<>();
    private long lastId;

    Events(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes an event down and tells the subscribers.
     *
     * @param reason why it came about, as the end of a sentence; null where the kind says all
     */
    public void publish(Event.Kind kind, EventObject object, @Nullable String reason, String message) {
        publish(kind, kind.severity(), object, reason, message);
    }

    /** Takes an event down that matters more or less than others of its kind. */
    synchronized void publish(
            Event.Kind kind, Event.Severity severity, EventObject object, @Nullable String reason, String message) {
        // From the clock, so that a reader who goes on after an id of before a restart misses nothing.
        lastId = Math.max(lastId + 1, clock.millis());
        Event event = new Event(lastId, clock.instant(), kind, severity, object, message, reason);
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(event);
        subscribers.publish(event);
    }

    /** The kept events with a higher id, oldest first. */
    public synchronized List<Event> after(long id) {
        return latest.stream().filter(event -> event.id() > id).toList();
    }

    /** The kept events that are asked for, newest first. */
    public synchronized EventPage find(EventQuery query) {
        List<Event> found = new ArrayList<>();
        for (Iterator<Event> each = latest.descendingIterator(); each.hasNext(); ) {
            Event event = each.next();
            if (query.holds(event)) {
                if (found.size() == query.limit()) {
                    return new EventPage(found, String.valueOf(found.getLast().id()));
                }
                found.add(event);
            }
        }
        return new EventPage(found, null);
    }

    /**
     * Delivers the kept events with a higher id at once, then each new one, without a gap and in order.
     *
     * @param consumer must not block; called on the thread that publishes
     */
    public synchronized Subscription subscribe(long afterId, Consumer<Event> consumer) {
        after(afterId).forEach(consumer);
        return subscribers.add(consumer);
    }
}
