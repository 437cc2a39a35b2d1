package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.http.tls.HandshakeFailure;
import dev.gatehouse.engine.model.Timeouts;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Opens connections to targets, on the event loop of the exchange that needs one. */
final class Connector {
    private static final int LINE = 8 * 1024;
    private static final int HEADERS = 64 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final Class<? extends Channel> channelType;
    private final AddressResolverGroup<InetSocketAddress> resolver;

    Connector(Class<? extends Channel> channelType, AddressResolverGroup<InetSocketAddress> resolver) {
        this.channelType = channelType;
        this.resolver = resolver;
    }

    /**
     * Opens a connection.
     *
     * @param tls what encrypts it; null for plain text
     */
    static void connect(Loop loop, Relay relay, TargetState target, Timeouts timeouts, @Nullable ClientContext tls) {
        loop.connector().open(loop, relay, target, timeouts, tls);
    }

    private void open(Loop loop, Relay relay, TargetState target, Timeouts timeouts, @Nullable ClientContext tls) {
        EventLoop eventLoop = loop.eventLoop;
        Http1Upstream connection = new Http1Upstream(loop, target, tls);
        ChannelFuture opening = new Bootstrap()
                .group(eventLoop)
                .channel(channelType)
                .resolver(resolver)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        timeouts.connect().toMillis())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        StrictResponseDecoder decoder = new StrictResponseDecoder(new HttpDecoderConfig()
                                .setMaxInitialLineLength(LINE)
                                .setMaxHeaderSize(HEADERS)
                                .setMaxChunkSize(CHUNK)
                                .setStrictLineParsing(true)
                                .setAllowDuplicateContentLengths(false));
                        connection.decoder(decoder);
                        if (tls != null) {
                            channel.pipeline()
                                    .addLast(tls.handler(
                                            channel.alloc(), target.host(), target.port(), timeouts.connect()));
                        }
                        channel.pipeline().addLast(decoder, new HttpRequestEncoder(), connection);
                    }
                })
                .connect(InetSocketAddress.createUnresolved(target.host(), target.port()));
        opening.addListener(done -> {
            if (!done.isSuccess()) {
                failed(relay, target, timeouts, done.cause());
            } else if (tls == null) {
                relay.connected(connection.attach(relay));
            } else {
                secure(relay, target, timeouts, tls, connection, opening.channel());
            }
        });
    }

    private static void secure(
            Relay relay,
            TargetState target,
            Timeouts timeouts,
            ClientContext tls,
            Http1Upstream connection,
            Channel channel) {
        channel.pipeline().get(SslHandler.class).handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                relay.connected(connection.attach(relay));
            } else if (done.cause() instanceof SslHandshakeTimeoutException) {
                relay.connectFailed(
                        Fault.CONNECT_TIMEOUT,
                        target.address() + " did not complete a TLS handshake in "
                                + timeouts.connect().toMillis() + " ms");
            } else {
                relay.connectFailed(
                        Fault.TLS_FAILED,
                        target.address() + ": " + HandshakeFailure.reason(done.cause(), tls.name(target.host())));
            }
        });
    }

    private static void failed(Relay relay, TargetState target, Timeouts timeouts, Throwable cause) {
        switch (cause) {
            case ConnectTimeoutException _ ->
                relay.connectFailed(
                        Fault.CONNECT_TIMEOUT,
                        target.address() + " did not accept a connection in "
                                + timeouts.connect().toMillis() + " ms");
            case UnknownHostException _ ->
                relay.connectFailed(
                        Fault.CONNECT_FAILED, "the host name of " + target.address() + " cannot be resolved");
            default ->
                relay.connectFailed(
                        Fault.CONNECT_FAILED, "no connection to " + target.address() + ": " + reason(cause));
        }
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("refused")) {
            return "connection refused";
        }
        return message.contains("unreachable") || message.contains("No route")
                ? "host unreachable"
                : "it could not be opened";
    }
}
