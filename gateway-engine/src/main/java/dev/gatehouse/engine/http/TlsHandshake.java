package dev.gatehouse.engine.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a client's handshake; what the two have agreed to speak takes its place. */
final class TlsHandshake extends ChannelInboundHandlerAdapter implements ClientConnection {
    private final Connections connections;
    private final SslHandler tls;
    private @Nullable ChannelHandlerContext context;

    TlsHandshake(Connections connections, SslHandler tls) {
        this.connections = connections;
        this.tls = tls;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent ended)) {
            return;
        }
        if (ended.isSuccess()) {
            connections.secured(ctx.channel(), tls.applicationProtocol());
            ctx.pipeline().remove(this);
        } else {
            connections.notSecured();
        }
    }

    /** Nothing is in flight yet. */
    @Override
    public void drain() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** A failed handshake: the alert has been sent, and the connection is being closed. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
