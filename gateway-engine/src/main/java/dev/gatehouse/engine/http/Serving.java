package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.Snapshot;
import java.util.Map;

/**
 * What is served now: a snapshot, and to which of its listeners each entrance leads. One value, so that no request sees the
 * one without the other.
 */
record Serving(Snapshot snapshot, Map<Entrance, CompiledListener> listeners) {
    Serving {
        listeners = Map.copyOf(listeners);
    }
}
