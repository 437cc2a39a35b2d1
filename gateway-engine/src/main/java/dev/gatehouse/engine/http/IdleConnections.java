package dev.gatehouse.engine.http;

import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.upstream.TargetState;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connections to targets that no exchange uses, of one event loop. The last used goes first, so that spare ones age out. */
final class IdleConnections {
    private final Map<TargetState, ArrayDeque<Http1Upstream>> byTarget = new HashMap<>();
    private Set<TargetState> targets = Set.of();

    /**
     * Takes a connection.
     *
     * @param tls what must encrypt it; those that something else does, from before a change, are closed
     */
    @Nullable
    Http1Upstream take(TargetState target, @Nullable ClientContext tls) {
        ArrayDeque<Http1Upstream> idle = byTarget.get(target);
        if (idle == null) {
            return null;
        }
        Http1Upstream last = idle.pollLast();
        while (last != null && last.tls() != tls) {
            last.close();
            last = idle.pollLast();
        }
        return last;
    }

    /** Keeps a connection; false if there are enough, or if its target has gone while it was in use. */
    boolean keep(Http1Upstream connection, int most) {
        ArrayDeque<Http1Upstream> idle = byTarget.get(connection.target());
        if (idle == null && targets.contains(connection.target())) {
            idle = new ArrayDeque<>();
            byTarget.put(connection.target(), idle);
        }
        if (idle == null || idle.size() >= most) {
            return false;
        }
        idle.addLast(connection);
        return true;
    }

    void remove(Http1Upstream connection) {
        ArrayDeque<Http1Upstream> idle = byTarget.get(connection.target());
        if (idle != null) {
            idle.remove(connection);
        }
    }

    /** Closes the connections to all targets but these. */
    void retain(Set<TargetState> all) {
        targets = all;
        for (Iterator<Map.Entry<TargetState, ArrayDeque<Http1Upstream>>> each =
                        byTarget.entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<TargetState, ArrayDeque<Http1Upstream>> one = each.next();
            if (!targets.contains(one.getKey())) {
                each.remove();
                one.getValue().forEach(Http1Upstream::close);
            }
        }
    }
}
