package dev.gatehouse.engine.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Waits for the end of a client's handshake; what the two have agreed to speak takes its place. */
final class TlsHandshake extends ChannelInboundHandlerAdapter {
    private final Connections connections;
    private final SslHandler tls;

    TlsHandshake(Connections connections, SslHandler tls) {
        this.connections = connections;
        this.tls = tls;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent ended && ended.isSuccess()) {
            connections.secured(ctx.channel(), tls.applicationProtocol());
            ctx.pipeline().remove(this);
        }
    }

    /** A failed handshake: the alert has been sent, and the connection is being closed. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
