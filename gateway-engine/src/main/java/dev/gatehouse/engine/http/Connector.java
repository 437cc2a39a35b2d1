package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.http.tls.HandshakeFailure;
import dev.gatehouse.engine.model.Timeouts;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
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
     * Opens a connection for one exchange at a time.
     *
     * @param tls what encrypts it; null for plain text
     */
    void connect(Loop loop, Relay relay, TargetState target, Timeouts timeouts, @Nullable ClientContext tls) {
        Http1Upstream connection = new Http1Upstream(loop, target, tls);
        ChannelInitializer<Channel> pipeline = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (tls != null) {
                    channel.pipeline()
                            .addLast(tls.http1(channel.alloc(), target.name(), target.port(), timeouts.connect()));
                }
                speakHttp1(channel, connection);
            }
        };
        open(loop, target, timeouts, tls, pipeline, relay, _ -> relay.connected(connection.attach(relay)));
    }

    /**
     * Opens a connection that carries many exchanges, if the target agrees.
     *
     * @param tls what encrypts it; null for plain text
     */
    void share(
            Loop loop,
            TargetState target,
            Timeouts timeouts,
            @Nullable ClientContext tls,
            SharedConnections.Opening waiting) {
        Http2UpstreamConnection connection =
                new Http2UpstreamConnection(loop, target, tls, timeouts.idle().toNanos(), Http2Setup.towardsTarget());
        if (tls == null) {
            open(loop, target, timeouts, null, connection, waiting, _ -> waiting.opened(connection));
            return;
        }
        ChannelInitializer<Channel> pipeline = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(tls.any(channel.alloc(), target.name(), target.port(), timeouts.connect()))
                        .addLast(new Handshaking());
            }
        };
        open(loop, target, timeouts, tls, pipeline, waiting, channel -> {
            channel.pipeline().removeLast();
            String agreed = channel.pipeline().get(SslHandler.class).applicationProtocol();
            if (ApplicationProtocolNames.HTTP_2.equals(agreed)) {
                channel.pipeline().addLast(connection);
                waiting.opened(connection);
            } else if (!tls.takesHttp1()) {
                channel.close();
                waiting.connectFailed(Fault.CONNECT_FAILED, target.address() + " does not speak HTTP/2");
            } else {
                Http1Upstream other = new Http1Upstream(loop, target, tls);
                speakHttp1(channel, other);
                waiting.isHttp1(other);
            }
        });
    }

    /** Stands at the end of a pipeline until it is known what is spoken. */
    private static final class Handshaking extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close(); // the handshake's future tells why
        }
    }

    private static void speakHttp1(Channel channel, Http1Upstream connection) {
        StrictResponseDecoder decoder = new StrictResponseDecoder(new HttpDecoderConfig()
                .setMaxInitialLineLength(LINE)
                .setMaxHeaderSize(HEADERS)
                .setMaxChunkSize(CHUNK)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false));
        connection.decoder(decoder);
        channel.pipeline().addLast(decoder, new HttpRequestEncoder(), connection);
    }

    /**
     * Opens a socket, once what the loop has read in one go is dealt with: a closed connection's descriptor would be the new
     * one's at once, and so would be what the kernel still had to say of the closed one, such as that it is closed.
     */
    private void open(
            Loop loop,
            TargetState target,
            Timeouts timeouts,
            @Nullable ClientContext tls,
            ChannelHandler pipeline,
            Connecting waiting,
            Consumer<Channel> ready) {
        loop.eventLoop.execute(() -> openNow(loop, target, timeouts, tls, pipeline, waiting, ready));
    }

    private void openNow(
            Loop loop,
            TargetState target,
            Timeouts timeouts,
            @Nullable ClientContext tls,
            ChannelHandler pipeline,
            Connecting waiting,
            Consumer<Channel> ready) {
        ChannelFuture opening = new Bootstrap()
                .group(loop.eventLoop)
                .channel(channelType)
                .resolver(resolver)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        timeouts.connect().toMillis())
                .handler(pipeline)
                .connect(InetSocketAddress.createUnresolved(target.host(), target.port()));
        opening.addListener(done -> {
            if (!done.isSuccess()) {
                failed(waiting, target, timeouts, done.cause());
            } else if (tls == null) {
                ready.accept(opening.channel());
            } else {
                secure(waiting, target, timeouts, tls, opening.channel(), ready);
            }
        });
    }

    private static void secure(
            Connecting waiting,
            TargetState target,
            Timeouts timeouts,
            ClientContext tls,
            Channel channel,
            Consumer<Channel> ready) {
        channel.pipeline().get(SslHandler.class).handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                ready.accept(channel);
            } else if (done.cause() instanceof SslHandshakeTimeoutException) {
                waiting.connectFailed(
                        Fault.CONNECT_TIMEOUT,
                        target.address() + " did not complete a TLS handshake in "
                                + timeouts.connect().toMillis() + " ms");
            } else {
                waiting.connectFailed(
                        Fault.TLS_FAILED,
                        target.address() + ": " + HandshakeFailure.reason(done.cause(), tls.name(target.name())));
            }
        });
    }

    private static void failed(Connecting relay, TargetState target, Timeouts timeouts, Throwable cause) {
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
