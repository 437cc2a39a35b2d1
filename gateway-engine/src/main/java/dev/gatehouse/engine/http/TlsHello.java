package dev.gatehouse.engine.http;

import dev.gatehouse.engine.http.tls.ServerContext;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first bytes of a connection to a TLS listener. A client hello names the host whose certificate is wanted,
 * and leads to the handshake; anything else is a client that has not understood that TLS is spoken here: it is read as
 * plain HTTP, to be told so.
 */
final class TlsHello extends AbstractSniHandler<SslHandler> implements ClientConnection {
    /** Real ones have 2 KB at most; more is an attempt to fill memory. */
    private static final int LARGEST_HELLO = 16 * 1024;

    private static final int HANDSHAKE_RECORD = 22;

    private final Connections connections;
    private final ServerContext tls;
    private boolean begun;
    private @Nullable ChannelHandlerContext context;

    TlsHello(Connections connections, ServerContext tls) {
        super(LARGEST_HELLO, tls.handshakeMillis());
        this.connections = connections;
        this.tls = tls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        context = ctx;
        super.handlerAdded(ctx);
    }

    /** Nothing is in flight yet. */
    @Override
    public void drain() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (!begun && in.isReadable()) {
            begun = true;
            if (in.getUnsignedByte(in.readerIndex()) != HANDSHAKE_RECORD) {
                connections.speakHttp1(ctx.channel(), "http");
                ctx.pipeline().remove(this);
                return;
            }
        }
        super.decode(ctx, in, out);
    }

    @Override
    protected Future<SslHandler> lookup(ChannelHandlerContext ctx, String hostname) {
        String host = hostname == null ? null : hostname.toLowerCase(Locale.ROOT);
        return ctx.executor().newSucceededFuture(tls.handler(ctx.alloc(), host));
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext ctx, String hostname, Future<SslHandler> found) {
        SslHandler handler = found.getNow();
        ctx.pipeline().addAfter(ctx.name(), null, new TlsHandshake(connections, handler));
        ctx.pipeline().replace(this, null, handler);
    }
}
