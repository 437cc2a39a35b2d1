package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.model.Timeouts;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.upstream.TargetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections to targets that carry many exchanges at once, of one event loop. Exchanges that come while one is opened wait
 * for it, so that a burst does not open a connection for each.
 */
final class SharedConnections {
    /** How many exchanges wait for one connection before another is opened: what a target allows at least, as a rule. */
    private static final int MOST_WAITING = 100;

    private final Map<TargetState, List<Http2UpstreamConnection>> open = new HashMap<>();
    private final Map<TargetState, List<Opening>> opening = new HashMap<>();
    /** Targets that were asked, and speak HTTP/1.1 only. */
    private final Set<TargetState> http1 = new HashSet<>();
    /** Whether targets take WebSockets on a stream, as far as they have said (RFC 8441). */
    private final Map<TargetState, Boolean> webSockets = new HashMap<>();

    private final Loop loop;

    SharedConnections(Loop loop) {
        this.loop = loop;
    }

    /**
     * Gives an exchange a stream, at once or when a connection is open.
     *
     * @param tls what must encrypt it; null for plain text
     * @param fresh whether none of the connections that are open will do
     */
    void connect(Relay relay, TargetState target, Timeouts timeouts, @Nullable ClientContext tls, boolean fresh) {
        if (!fresh) {
            for (Http2UpstreamConnection connection : open.getOrDefault(target, List.of())) {
                if (connection.isWith(tls) && connection.hasRoom()) {
                    relay.connected(connection.attach(relay));
                    return;
                }
            }
        }
        List<Opening> begun = opening.computeIfAbsent(target, _ -> new ArrayList<>(1));
        if (begun.isEmpty() || !begun.getLast().takes(tls)) {
            Opening next = new Opening(target, timeouts, tls);
            begun.add(next);
            next.waiting.add(relay);
            loop.connector().share(loop, target, timeouts, tls, next);
        } else {
            begun.getLast().waiting.add(relay);
        }
    }

    /** Whether a request goes to a target over a connection that others use at the same time, as far as is known. */
    boolean takes(Upstream.Protocol protocol, TargetState target, @Nullable ClientContext tls, boolean webSocket) {
        Boolean said = webSocket ? webSockets.get(target) : Boolean.TRUE;
        return switch (protocol) {
            case HTTP1 -> false;
            case HTTP2 -> !Boolean.FALSE.equals(said);
            case AUTO -> tls != null && !http1.contains(target) && Boolean.TRUE.equals(said);
        };
    }

    /** A target has said whether it takes WebSockets on a stream. */
    void takesWebSockets(TargetState target, boolean taken) {
        webSockets.put(target, taken);
    }

    void remove(Http2UpstreamConnection connection) {
        List<Http2UpstreamConnection> all = open.get(connection.target());
        if (all != null && all.remove(connection) && all.isEmpty()) {
            open.remove(connection.target());
        }
    }

    /** Leaves all targets but these. */
    void retain(Set<TargetState> targets) {
        http1.clear(); // to be asked anew
        webSockets.clear();
        for (TargetState target : List.copyOf(open.keySet())) {
            if (!targets.contains(target)) {
                List.copyOf(open.getOrDefault(target, List.of())).forEach(Http2UpstreamConnection::leave);
            }
        }
    }

    /** A connection that is being opened. */
    final class Opening implements Connecting {
        private final TargetState target;
        private final Timeouts timeouts;
        private final @Nullable ClientContext tls;
        private final List<Relay> waiting = new ArrayList<>();

        private Opening(TargetState target, Timeouts timeouts, @Nullable ClientContext tls) {
            this.target = target;
            this.timeouts = timeouts;
            this.tls = tls;
        }

        private boolean takes(@Nullable ClientContext wanted) {
            return Objects.equals(tls, wanted) && waiting.size() < MOST_WAITING;
        }

        private void over() {
            List<Opening> begun = opening.getOrDefault(target, List.of());
            begun.remove(this);
            if (begun.isEmpty()) {
                opening.remove(target);
            }
        }

        /** It is open. */
        void opened(Http2UpstreamConnection connection) {
            over();
            open.computeIfAbsent(target, _ -> new ArrayList<>(1)).add(connection);
            connection.opened();
            for (Relay relay : waiting) {
                if (connection.hasRoom()) {
                    relay.connected(connection.attach(relay));
                } else {
                    connect(relay, target, timeouts, tls, false);
                }
            }
        }

        /** It is open, and the target has chosen HTTP/1.1: one exchange has it, the others get their own. */
        void isHttp1(Http1Upstream connection) {
            over();
            http1.add(target);
            Relay first = waiting.removeFirst();
            first.connected(connection.attach(first));
            waiting.forEach(relay -> loop.connector().connect(loop, relay, target, timeouts, tls));
        }

        @Override
        public void connectFailed(Fault fault, String detail) {
            over();
            waiting.forEach(relay -> relay.connectFailed(fault, detail));
        }
    }
}
