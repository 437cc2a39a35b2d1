package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.snapshot.TargetTls;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
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
    private static final List<String> HTTP1 = List.of(ApplicationProtocolNames.HTTP_1_1);

    private final TargetTls tls;
    private final List<String> protocols;
    private final SslContext any;
    private final SslContext http1;

    /**
     * Makes it.
     *
     * @param protocols what is offered by ALPN, the most wanted first
     */
    public ClientContext(Contexts all, TargetTls tls, List<String> protocols) throws SSLException {
        this.tls = tls;
        this.protocols = List.copyOf(protocols);
        any = all.build(this, builder(tls, protocols));
        http1 = protocols.equals(HTTP1) ? any : all.build(this, builder(tls, HTTP1));
    }

    private static SslContextBuilder builder(TargetTls tls, List<String> protocols) {
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
        return Contexts.common(builder, tls.settings().minimum())
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        protocols));
    }

    /** What it was made of. */
    public TargetTls tls() {
        return tls;
    }

    /** What it offers by ALPN. */
    List<String> protocols() {
        return protocols;
    }

    /** Whether HTTP/1.1 will do. */
    public boolean takesHttp1() {
        return protocols.containsAll(HTTP1);
    }

    /** What encrypts a connection to a target and offers all protocols; the handshake has as long as the connecting. */
    public SslHandler any(ByteBufAllocator allocator, String host, int port, Duration time) {
        return handler(any, allocator, host, port, time);
    }

    /** What encrypts a connection that has to be HTTP/1.1. */
    public SslHandler http1(ByteBufAllocator allocator, String host, int port, Duration time) {
        return handler(http1, allocator, host, port, time);
    }

    private SslHandler handler(SslContext context, ByteBufAllocator allocator, String host, int port, Duration time) {
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
