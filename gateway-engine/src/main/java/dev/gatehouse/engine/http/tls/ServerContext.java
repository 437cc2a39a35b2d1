package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.certificate.Credentials;
import dev.gatehouse.engine.model.ListenerTls;
import dev.gatehouse.engine.snapshot.ServerTls;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.lang.ref.Reference;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What encrypts the connections of a listener: a context for each of its certificates. */
public final class ServerContext {
    private final ServerTls tls;
    private final List<String> protocols;
    private final Credentials credentials;
    private final List<SslContext> contexts = new ArrayList<>();

    /**
     * Makes it.
     *
     * @param protocols what is offered by ALPN, the most wanted first
     */
    public ServerContext(Contexts all, ServerTls tls, List<String> protocols) throws SSLException {
        this.tls = tls;
        this.protocols = List.copyOf(protocols);
        credentials = new Credentials(tls.credentials());
        for (Credential credential : tls.credentials()) {
            contexts.add(all.build(this, builder(tls, credential, protocols)));
        }
    }

    private static SslContextBuilder builder(ServerTls tls, Credential credential, List<String> protocols) {
        SslContextBuilder builder =
                SslContextBuilder.forServer(credential.key(), credential.chain().toArray(X509Certificate[]::new));
        if (!tls.authorities().isEmpty()) {
            builder.trustManager(tls.authorities());
        }
        return Contexts.common(builder, tls.settings().minimum())
                .clientAuth(asked(tls.settings().clients()))
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        protocols));
    }

    private static ClientAuth asked(ListenerTls.Clients clients) {
        return switch (clients) {
            case NONE -> ClientAuth.NONE;
            case OPTIONAL -> ClientAuth.OPTIONAL;
            case REQUIRED -> ClientAuth.REQUIRE;
        };
    }

    /** What it was made of. */
    public ServerTls tls() {
        return tls;
    }

    /** What it offers by ALPN. */
    List<String> protocols() {
        return protocols;
    }

    /** What encrypts a connection whose client asks for a host, or for none. */
    public SslHandler handler(ByteBufAllocator allocator, @Nullable String host) {
        try {
            SslHandler handler = contexts.get(credentials.choose(host)).newHandler(allocator);
            handler.setHandshakeTimeoutMillis(handshakeMillis());
            return handler;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The time in which a handshake must be complete. */
    public long handshakeMillis() {
        return tls.settings().handshakeTime().toMillis();
    }
}
