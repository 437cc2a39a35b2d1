package dev.gatehouse.engine.http;

import dev.gatehouse.engine.http.tls.ServerContext;
import dev.gatehouse.engine.http.tls.SnapshotTls;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.Snapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is served now: a snapshot, to which of its listeners each entrance leads, and what encrypts. One value, so that no request sees the
 * one without the other.
 */
record Serving(Snapshot snapshot, Map<Entrance, CompiledListener> listeners, SnapshotTls tls) {
    Serving {
        listeners = Map.copyOf(listeners);
    }

    /** What encrypts the connections of an entrance; null for plain text. */
    @Nullable
    ServerContext tls(Entrance entrance) {
        CompiledListener listener = listeners.get(entrance);
        return listener == null ? null : tls.server(listener.name());
    }
}
