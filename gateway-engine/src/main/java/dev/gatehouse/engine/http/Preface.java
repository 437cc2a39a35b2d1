package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first bytes of a cleartext connection: HTTP/2 with prior knowledge begins with its preface (RFC 9113 section
 * 3.4), anything else is HTTP/1.1. Gone after that.
 */
final class Preface extends ChannelInboundHandlerAdapter implements ClientConnection {
    private static final byte[] BYTES = new byte[24];
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    static {
        ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
        preface.readBytes(BYTES).release();
    }

    private final Connections connections;
    private final Loop loop;
    private final long idleNanos;
    private final Timed patience = new Timed() {
        @Override
        void expired() {
            drain();
        }
    };
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf begun;

    Preface(Connections connections, Loop loop, long idleNanos) {
        this.connections = connections;
        this.loop = loop;
        this.idleNanos = idleNanos;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        loop.deadline(patience, idleNanos);
    }

    @Override
    public void drain() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        ByteBuf before = begun;
        if (before != null) {
            begun = null;
            bytes = ctx.alloc().compositeBuffer(2).addComponents(true, before, bytes);
        }
        int common = Math.min(bytes.readableBytes(), BYTES.length);
        int at = bytes.readerIndex();
        int same = 0;
        while (same < common && bytes.getByte(at + same) == BYTES[same]) {
            same++;
        }
        if (same < common) {
            connections.speakHttp1(ctx.channel(), "http");
        } else if (common == BYTES.length) {
            connections.speakHttp2(ctx.channel(), "http");
        } else {
            begun = bytes;
            loop.deadline(patience, Math.min(idleNanos, PATIENCE_NANOS));
            return;
        }
        ctx.fireChannelRead(bytes);
        ctx.pipeline().remove(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        loop.forget(patience);
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
