package dev.gatehouse.engine.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The doors of a gateway, one for each name that a listener has or had: counters only grow. Used from any thread. */
public final class Doors {
    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    /** The door of a listener. */
    public Door of(String listener) {
        return doors.computeIfAbsent(listener, _ -> new Door());
    }

    Map<String, Door> all() {
        return new TreeMap<>(doors);
    }

    /** Tells what has changed since this was last done. */
    void tell(Events events) {
        doors.forEach((name, door) -> door.tell(name, events));
    }
}
