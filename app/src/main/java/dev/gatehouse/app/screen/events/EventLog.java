package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that this console has seen of a gateway; the oldest go. */
final class EventLog {
    private final int capacity;
    private final Deque<GatewayEvent> newestFirst = new ArrayDeque<>();

    EventLog(int capacity) {
        this.capacity = capacity;
    }

    /** Takes events in, oldest first; those that a stream tells again are passed over. Tells how many were new. */
    int add(List<GatewayEvent> events) {
        int fresh = 0;
        for (GatewayEvent event : events) {
            GatewayEvent last = newestFirst.peekFirst();
            if (last == null || event.id() > last.id()) {
                newestFirst.addFirst(event);
                fresh++;
            }
            if (newestFirst.size() > capacity) {
                newestFirst.removeLast();
            }
        }
        return fresh;
    }

    boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    void clear() {
        newestFirst.clear();
    }

    List<GatewayEvent> newestFirst() {
        return List.copyOf(newestFirst);
    }

    @Nullable
    GatewayEvent byId(long id) {
        return newestFirst.stream()
                .filter(event -> event.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** What happened to the same object just before; null if that is not known. */
    @Nullable
    GatewayEvent before(GatewayEvent event) {
        return newestFirst.stream()
                .filter(other -> other.id() < event.id() && other.object().equals(event.object()))
                .findFirst()
                .orElse(null);
    }

    /** What happened to the same object next; null if nothing did yet. */
    @Nullable
    GatewayEvent after(GatewayEvent event) {
        List<GatewayEvent> later = new ArrayList<>(newestFirst.stream()
                .filter(other -> other.id() > event.id() && other.object().equals(event.object()))
                .toList());
        return later.isEmpty() ? null : later.getLast();
    }

    /** The revision that was active when it happened; null if that is not known. */
    @Nullable
    Integer revisionAt(GatewayEvent event) {
        return newestFirst.stream()
                .filter(other ->
                        other.id() <= event.id() && other.object().kind().equals("revision"))
                .map(other -> number(other.object().name()))
                .findFirst()
                .orElse(null);
    }

    /** A revision's number; -1 if a name is none. */
    static int number(String name) {
        return name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
    }
}
