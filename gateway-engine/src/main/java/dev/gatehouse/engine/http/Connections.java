package dev.gatehouse.engine.http;

import dev.gatehouse.engine.http.tls.ServerContext;
import dev.gatehouse.engine.model.Listener;
import dev.gatehouse.engine.model.ListenerLimits;
import dev.gatehouse.engine.snapshot.CompiledListener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Prepares the connections of an entrance: which protocol is spoken, and what speaks it. */
final class Connections extends ChannelInitializer<Channel> {
    private static final int LARGEST_PART = 64 * 1024;

    private final HttpDataPath dataPath;
    private final CompiledListener first;
    private final Entrance entrance;

    /**
     * Connections through an entrance.
     *
     * @param first the listener to which it leads at first
     */
    Connections(HttpDataPath dataPath, CompiledListener first, Entrance entrance) {
        this.dataPath = dataPath;
        this.first = first;
        this.entrance = entrance;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!enters(channel)) {
            channel.close();
            return;
        }
        entrance.took(channel);
        ServerContext tls = dataPath.serving().tls(entrance);
        Listener now = listener().listener();
        if (tls != null) {
            channel.pipeline().addLast(new TlsHello(this, tls));
        } else if (now.http2()) {
            long idle = now.limits().idle().toNanos();
            channel.pipeline().addLast(new Preface(this, dataPath.loop(channel.eventLoop()), idle));
        } else {
            speakHttp1(channel, "http");
        }
    }

    /** Whether the client's address may have one more connection. */
    private boolean enters(Channel channel) {
        CompiledListener now = listener();
        int most = now.listener().limits().connections();
        if (most == 0 || !(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return true;
        }
        InetAddress address = remote.getAddress();
        if (!now.trusted().isEmpty() && now.trusted().contains(address)) {
            return true;
        }
        boolean enters = entrance.enter(address, most);
        if (!enters) {
            entrance.door().refused();
        } else {
            channel.closeFuture().addListener(_ -> entrance.leave(address));
        }
        return enters;
    }

    /** A client's handshake has failed. */
    void notSecured() {
        entrance.door().handshakeFailed();
    }

    /**
     * A client's handshake is complete.
     *
     * @param protocol what was agreed on by ALPN, or null
     */
    void secured(Channel channel, @Nullable String protocol) {
        if (ApplicationProtocolNames.HTTP_2.equals(protocol)) {
            speakHttp2(channel, "https");
        } else {
            speakHttp1(channel, "https");
        }
    }

    /** The client speaks HTTP/1.1. */
    void speakHttp1(Channel channel, String scheme) {
        ListenerLimits limits = listener().listener().limits();
        StrictRequestDecoder decoder = new StrictRequestDecoder(new HttpDecoderConfig()
                .setMaxInitialLineLength((int) limits.uri().bytes() + 32) // method and version
                .setMaxHeaderSize((int) limits.headerSize().bytes())
                .setMaxChunkSize(LARGEST_PART)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false));
        ResponseEncoder encoder = new ResponseEncoder();
        Loop loop = dataPath.loop(channel.eventLoop());
        channel.pipeline()
                .addLast(decoder, encoder, new Http1Client(dataPath, loop, entrance, scheme, decoder, encoder));
    }

    /** The client speaks HTTP/2. */
    void speakHttp2(Channel channel, String scheme) {
        CompiledListener listener = listener();
        channel.pipeline()
                .addLast(new Http2ClientConnection(
                        dataPath,
                        dataPath.loop(channel.eventLoop()),
                        entrance,
                        listener,
                        scheme,
                        Http2Setup.towardsClient(listener.listener().limits())));
    }

    private CompiledListener listener() {
        CompiledListener now = dataPath.serving().listeners().get(entrance);
        return now == null ? first : now;
    }
}
