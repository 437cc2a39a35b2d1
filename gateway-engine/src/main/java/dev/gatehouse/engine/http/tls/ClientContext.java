package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.snapshot.TargetTls;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.lang.ref.Reference;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;

/** What encrypts the connections to the targets of an upstream. */
public final class ClientContext {
    private final TargetTls tls;
    private final SslContext context;

    /**
     * Makes it.
     *
     * @param protocols what is offered by ALPN, the most wanted first
     */
    public ClientContext(Contexts all, TargetTls tls, List<String> protocols) throws SSLException {
        this.tls = tls;
        SslContextBuilder builder = SslContextBuilder.forClient();
        Credential credential = tls.credential();
        if (credential != null) {
            builder.keyManager(credential.key(), credential.chain().toArray(X509Certificate[]::new));
        }
        if (!tls.settings().verify()) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        } else {
            builder.endpointIdentificationAlgorithm("HTTPS");
            if (!tls.authorities().isEmpty()) {
                builder.trustManager(tls.authorities());
            }
        }
        context = all.build(
                this,
                Contexts.common(builder, tls.settings().minimum())
                        .applicationProtocolConfig(new ApplicationProtocolConfig(
                                ApplicationProtocolConfig.Protocol.ALPN,
                                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                                protocols)));
    }

    /** What it was made of. */
    public TargetTls tls() {
        return tls;
    }

    /** What encrypts a connection to a target; its handshake has as long as opening the connection. */
    public SslHandler handler(ByteBufAllocator allocator, String host, int port, Duration time) {
        try {
            SslHandler handler = context.newHandler(allocator, name(host), port);
            handler.setHandshakeTimeoutMillis(time.toMillis());
            return handler;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The name that a target at a host has to prove. */
    public String name(String host) {
        String other = tls.settings().serverName();
        return other == null ? host : other;
    }
}
