package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.ServerTls;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.snapshot.TargetTls;
import dev.gatehouse.engine.spec.Violation;
import io.netty.handler.ssl.ApplicationProtocolNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The contexts of a snapshot; those of what stays the same are those of the snapshot before. */
public final class SnapshotTls {
    /** Of a snapshot that speaks plain text everywhere. */
    public static final SnapshotTls NONE = new SnapshotTls();

    private static final List<String> HTTP1 = List.of(ApplicationProtocolNames.HTTP_1_1);
    private static final List<String> HTTP2 = List.of(ApplicationProtocolNames.HTTP_2);
    private static final List<String> BOTH =
            List.of(ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1);

    private final Map<String, ServerContext> servers = new HashMap<>();
    private final List<@Nullable ClientContext> clients = new ArrayList<>();

    private SnapshotTls() {}

    /**
     * Makes the contexts of a snapshot.
     *
     * @param violations gets what cannot be made
     */
    public static SnapshotTls of(Contexts contexts, Snapshot next, SnapshotTls before, List<Violation> violations) {
        SnapshotTls made = new SnapshotTls();
        for (CompiledListener listener : next.listeners().values()) {
            ServerTls tls = listener.tls();
            if (tls != null) {
                ServerContext known = before.servers.get(listener.name());
                try {
                    List<String> protocols = listener.listener().http2() ? BOTH : HTTP1;
                    boolean same = known != null
                            && known.tls().equals(tls)
                            && known.protocols().equals(protocols);
                    made.servers.put(listener.name(), same ? known : new ServerContext(contexts, tls, protocols));
                } catch (SSLException e) {
                    violations.add(new Violation(listener.pointer() + "/tls", cannot(e), null));
                }
            }
        }
        for (CompiledUpstream upstream : next.upstreams()) {
            TargetTls tls = upstream.tls();
            try {
                made.clients.add(
                        tls == null
                                ? null
                                : before.client(
                                        contexts,
                                        tls,
                                        upstream.state().upstream().protocol()));
            } catch (SSLException e) {
                violations.add(new Violation("/upstreams/" + upstream.name() + "/tls", cannot(e), null));
            }
        }
        return made;
    }

    private ClientContext client(Contexts contexts, TargetTls tls, Upstream.Protocol protocol) throws SSLException {
        List<String> protocols = switch (protocol) {
            case AUTO -> BOTH;
            case HTTP1 -> HTTP1;
            case HTTP2 -> HTTP2;
        };
        for (ClientContext known : clients) {
            if (known != null && known.tls().equals(tls) && known.protocols().equals(protocols)) {
                return known;
            }
        }
        return new ClientContext(contexts, tls, protocols);
    }

    private static String cannot(SSLException e) {
        return "TLS cannot be set up with this: " + e.getMessage() + ".";
    }

    /** What encrypts a listener's connections; null for plain text. */
    public @Nullable ServerContext server(String listener) {
        return servers.get(listener);
    }

    /** What encrypts the connections to an upstream, by its dense number; null for plain text. */
    public @Nullable ClientContext client(int upstream) {
        return upstream < clients.size() ? clients.get(upstream) : null;
    }
}
