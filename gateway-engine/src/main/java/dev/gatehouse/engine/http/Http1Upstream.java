package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.http.tls.HandshakeFailure;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection to a target: serves one exchange at a time, or is idle. */
final class Http1Upstream extends ChannelInboundHandlerAdapter implements UpstreamSide {
    private final Loop loop;
    private final TargetState target;
    private final @Nullable ClientContext tls;
    private final Timed age = new Timed() {
        @Override
        void expired() {
            loop.idle.remove(Http1Upstream.this);
            close();
        }
    };
    private @Nullable StrictResponseDecoder decoder;
    private @Nullable Channel channel;
    private @Nullable Relay relay;
    private boolean used;
    private boolean reused;
    private boolean skipLast;
    private boolean keepAlive;
    private boolean unflushed;
    private boolean tunnel;
    private boolean failed;

    Http1Upstream(Loop loop, TargetState target, @Nullable ClientContext tls) {
        this.loop = loop;
        this.target = target;
        this.tls = tls;
    }

    /** What encrypts the connection; null for nothing. */
    @Nullable
    ClientContext tls() {
        return tls;
    }

    void decoder(StrictResponseDecoder mine) {
        decoder = mine;
    }

    TargetState target() {
        return target;
    }

    Http1Upstream attach(Relay next) {
        loop.forget(age);
        reused = used;
        used = true;
        keepAlive = false;
        relay = next;
        return this;
    }

    private Channel channel() {
        return Objects.requireNonNull(channel);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
    }

    @Override
    public void tunnel() {
        tunnel = true;
        channel().pipeline().remove(HttpRequestEncoder.class);
    }

    private void writeBytes(HttpContent part) {
        channel().write(part.content(), channel().voidPromise());
        if (part instanceof LastHttpContent && channel() instanceof DuplexChannel duplex) {
            channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> duplex.shutdownOutput());
        }
    }

    @Override
    public void write(HttpObject part) {
        if (tunnel) {
            unflushed = true;
            writeBytes((HttpContent) part);
            return;
        }
        if (part instanceof HttpRequest request) {
            Objects.requireNonNull(decoder).toHead(request.method().equals(HttpMethod.HEAD));
        }
        unflushed = true;
        channel().write(part, channel().voidPromise());
    }

    @Override
    public void flush() {
        if (unflushed) {
            unflushed = false;
            channel().flush();
        }
    }

    @Override
    public boolean isWritable() {
        return channel().isWritable();
    }

    @Override
    public void reading(boolean on) {
        channel().config().setAutoRead(on);
    }

    @Override
    public boolean isReused() {
        return reused;
    }

    @Override
    public void release(boolean reusable) {
        Relay last = relay;
        relay = null;
        if (last != null
                && reusable
                && channel().isActive()
                && loop.idle.keep(this, last.settings().pool().connections())) {
            channel().config().setAutoRead(true);
            loop.deadline(age, last.settings().timeouts().idle().toNanos());
        } else {
            close();
        }
    }

    void close() {
        loop.forget(age);
        channel().close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Relay to = relay;
        if (to == null) {
            ReferenceCountUtil.release(message);
            loop.idle.remove(this); // it speaks though nothing was asked
            close();
            return;
        }
        if (message instanceof ByteBuf bytes) {
            to.responsePart(new DefaultHttpContent(bytes), false);
            return;
        }
        if (!((HttpObject) message).decoderResult().isSuccess()) {
            ReferenceCountUtil.release(message);
            to.broken(Fault.UPSTREAM_INVALID, "the target's response cannot be read as HTTP/1.1");
            return;
        }
        if (message instanceof HttpResponse response) {
            head(to, response);
        } else {
            part(to, (HttpContent) message);
        }
    }

    private void head(Relay to, HttpResponse response) {
        HttpVersion version = response.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            to.broken(Fault.UPSTREAM_INVALID, "the target answered with " + version.text());
            return;
        }
        int status = response.status().code();
        if (status == 101) {
            skipLast = true;
            to.switched(response);
        } else if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            skipLast = true;
            to.informational(response);
        } else if (status < 200 || status > 599) {
            to.broken(Fault.UPSTREAM_INVALID, "the target answered with status " + status);
        } else {
            keepAlive = HttpUtil.isKeepAlive(response) && HttpUtil.isTransferEncodingChunked(response)
                    || HttpUtil.isKeepAlive(response) && isDelimited(response);
            to.responseHead(response);
        }
    }

    /** Whether the end of the response can be told without the end of the connection. */
    private static boolean isDelimited(HttpResponse response) {
        int status = response.status().code();
        return HttpUtil.isContentLengthSet(response) || status == 204 || status == 304;
    }

    private void part(Relay to, HttpContent part) {
        if (skipLast && part instanceof LastHttpContent) {
            skipLast = false; // ends the informational response
            part.release();
            if (tunnel) {
                channel().pipeline().remove(Objects.requireNonNull(decoder)); // hands on what it has
            }
            return;
        }
        to.responsePart(part, keepAlive);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (relay != null) {
            relay.responseReadComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (relay != null && ctx.channel().isWritable()) {
            relay.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (relay == null) {
            loop.idle.remove(this);
            loop.forget(age);
        } else if (tunnel && !failed) {
            relay.responsePart(LastHttpContent.EMPTY_LAST_CONTENT, false);
        } else {
            relay.broken(Fault.UPSTREAM_RESET, "the target closed the connection before its response was whole");
        }
    }

    /** Without the target's word that it has said all, what it said may have been cut off by anyone in between. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslCloseCompletionEvent closed && !closed.isSuccess() && relay != null) {
            relay.broken(Fault.UPSTREAM_RESET, "the target closed the connection without ending its TLS session");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        failed = true;
        if (tls != null && relay != null && cause.getCause() instanceof SSLException refusal) {
            relay.broken(Fault.TLS_FAILED, HandshakeFailure.reason(refusal, tls.name(target.host())));
        }
        ctx.close(); // channelInactive tells the exchange
    }
}
