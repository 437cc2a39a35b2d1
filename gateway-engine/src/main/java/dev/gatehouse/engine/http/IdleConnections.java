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

    /** Keeps a connection; false if there are enough. */
    boolean keep(Http1Upstream connection, int most) {
        ArrayDeque<Http1Upstream> idle = byTarget.computeIfAbsent(connection.target(), _ -> new ArrayDeque<>());
        if (idle.size() >= most) {
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
    void retain(Set<TargetState> targets) {
        for (Iterator<Map.Entry<TargetState, ArrayDeque<Http1Upstream>>> all =
                        byTarget.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<TargetState, ArrayDeque<Http1Upstream>> one = all.next();
            if (!targets.contains(one.getKey())) {
                all.remove();
                one.getValue().forEach(Http1Upstream::close);
            }
        }
    }
}
