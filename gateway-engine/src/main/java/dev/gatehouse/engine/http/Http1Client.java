package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.ListenerLimits;
import dev.gatehouse.engine.snapshot.CompiledListener;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection of a client. One exchange at a time; what the client sends ahead waits, and reading stops while
 * something waits.
 */
final class Http1Client extends ChannelInboundHandlerAdapter implements ClientSide, ClientConnection {
    /** How long what a client still sends is thrown away after an early answer, so that it gets to read the answer. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The largest body that is read to its end after an early answer, so that the connection can be kept. */
    private static final long MOST_THROWN_AWAY = 64 * 1024;

    private final HttpDataPath dataPath;
    private final Loop loop;
    private final Entrance entrance;
    private final String scheme;
    private final StrictRequestDecoder decoder;
    private final ResponseEncoder encoder;
    private final ArrayDeque<HttpObject> ahead = new ArrayDeque<>(2);
    private final Timed patience = new Timed() {
        @Override
        void expired() {
            outOfPatience();
        }
    };

    private @Nullable ChannelHandlerContext context;
    private @Nullable HeadReader reader;
    private @Nullable Peer peer;
    private @Nullable Exchange exchange;
    private @Nullable CompiledListener listener;
    private boolean requestComplete = true;
    /** Whether what may still come of the request is little enough to be read and thrown away. */
    private boolean restIsSmall;

    private boolean keepAlive = true;
    private boolean closing;
    private boolean headTimed;
    private boolean http10;
    private boolean unflushed;
    private boolean paused;

    Http1Client(
            HttpDataPath dataPath,
            Loop loop,
            Entrance entrance,
            String scheme,
            StrictRequestDecoder decoder,
            ResponseEncoder encoder) {
        this.dataPath = dataPath;
        this.loop = loop;
        this.entrance = entrance;
        this.scheme = scheme;
        this.decoder = decoder;
        this.encoder = encoder;
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        if (ctx.channel().isActive()) {
            channelActive(ctx);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        peer = Peer.of(ctx.channel());
        reader = new HeadReader(peer);
        waitForRequest();
    }

    private void waitForRequest() {
        headTimed = false;
        loop.deadline(patience, limits().idle().toNanos());
    }

    private ListenerLimits limits() {
        CompiledListener now = dataPath.serving().listeners().get(entrance);
        if (now != null) {
            listener = now;
        }
        return Objects.requireNonNull(listener).listener().limits();
    }

    @Override
    public void drain() {
        if (exchange == null && !closing) {
            close();
        }
    }

    private void outOfPatience() {
        if (exchange != null) {
            return;
        }
        if (headTimed && !closing) {
            begin(Malformed.slow());
        } else {
            context().close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        HttpObject object = (HttpObject) message;
        if (exchange != null && requestComplete) {
            ahead.add(object);
            reading(false);
            return;
        }
        take(object);
    }

    private void take(HttpObject object) {
        if (object instanceof HttpRequest request) {
            if (exchange == null) {
                begin(request);
            } else {
                // only a decoder's complaint in mid-body gets here
                ReferenceCountUtil.release(request);
                keepAlive = false;
                exchange.requestBroken(
                        HeadReader.undecodable(request.decoderResult().cause(), limits()));
            }
        }
        if (object instanceof HttpContent content) {
            part(content);
        }
    }

    private void begin(HttpRequest request) {
        loop.noDeadline(patience);
        Serving serving = dataPath.serving();
        CompiledListener now = serving.listeners().get(entrance);
        if (now != null) {
            listener = now;
        }
        boolean readable = request.decoderResult().isSuccess();
        http10 = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        keepAlive = readable && now != null && HttpUtil.isKeepAlive(request);
        encoder.toHead(request.method().equals(HttpMethod.HEAD));
        requestComplete = false;
        restIsSmall = readable && isSmall(request);
        Exchange next = new Exchange(
                loop, this, Objects.requireNonNull(peer), serving, Objects.requireNonNull(listener), request);
        exchange = next;
        if (now == null) {
            next.refuse(new Refusal(Fault.NO_CONFIGURATION, "the listener has been removed"));
        } else if (request.decoderResult().cause() instanceof Malformed.Slow) {
            next.refuse(new Refusal(Fault.REQUEST_TIMEOUT, "the request's head was not complete in time"));
        } else {
            next.start(Objects.requireNonNull(reader), scheme);
        }
    }

    private static boolean isSmall(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && HttpUtil.getContentLength(request, 0L) <= MOST_THROWN_AWAY;
    }

    private void part(HttpContent content) {
        Exchange to = exchange;
        boolean failed = !content.decoderResult().isSuccess();
        requestComplete |= content instanceof LastHttpContent && !failed;
        if (failed) {
            keepAlive = false;
        }
        if (to == null) {
            content.release(); // the rest of a request that was answered already
            return;
        }
        to.requestPart(content);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.requestReadComplete();
        } else if (!closing && !headTimed && decoder.isWithinHead()) {
            headTimed = true;
            loop.deadline(patience, limits().headerTime().toNanos());
        }
    }

    @Override
    public void write(HttpObject part) {
        unflushed = true;
        if (part instanceof HttpResponse response && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            frame(response);
        } else if (http10 && part instanceof HttpResponse) {
            ReferenceCountUtil.release(part); // HTTP/1.0 has no informational responses
            return;
        }
        context().write(part, context().voidPromise());
    }

    private void frame(HttpResponse response) {
        HttpHeaders headers = response.headers();
        response.setProtocolVersion(HttpVersion.HTTP_1_1);
        keepAlive &= ResponseFraming.isDelimited(response.status().code(), headers, http10);
        keepAlive &= !headers.contains(HttpHeaderNames.CONNECTION); // only we can have set it: to close
        keepAlive &= (requestComplete || restIsSmall) && !entrance.isDraining();
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (http10) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    @Override
    public void flush() {
        if (unflushed) {
            unflushed = false;
            context().flush();
        }
    }

    @Override
    public boolean isWritable() {
        return context().channel().isWritable();
    }

    @Override
    public void reading(boolean on) {
        if (paused == on) {
            paused = !on;
            context().channel().config().setAutoRead(on);
        }
    }

    @Override
    public ClientSide switched(Exchange to, HttpResponse response) {
        loop.forget(patience);
        exchange = null;
        Http1Tunnel tunnel = new Http1Tunnel(to);
        HttpHeaders headers = response.headers();
        WebSocket.ask(headers); // answered in the words of the question
        context()
                .writeAndFlush(
                        new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1,
                                response.status(),
                                Unpooled.EMPTY_BUFFER,
                                headers,
                                EmptyHttpHeaders.INSTANCE),
                        context().voidPromise());
        if (!ahead.isEmpty()) {
            context().close(); // it did not wait for the answer, and what it sent was read as HTTP
        }
        reading(true);
        context().pipeline().addLast(tunnel).remove(this);
        context().pipeline().remove(encoder);
        context().pipeline().remove(decoder);
        return tunnel;
    }

    @Override
    public void done() {
        exchange = null;
        if (!keepAlive || entrance.isDraining()) { // where that began after the head, the client does not know
            close();
            return;
        }
        waitForRequest();
        while (exchange == null && !closing && !ahead.isEmpty()) {
            take(ahead.poll());
        }
        while (!requestComplete && !ahead.isEmpty()) {
            take(ahead.poll());
        }
        if (ahead.isEmpty()) {
            reading(true);
        }
        if (exchange != null) {
            exchange.requestReadComplete();
        }
    }

    private void close() {
        closing = true;
        loop.forget(patience);
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        if (requestComplete || !(context().channel() instanceof DuplexChannel duplex)) {
            context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        // The client still sends: a close now would reset the connection before it has read the answer.
        reading(true);
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> {
            if (duplex.isActive()) {
                duplex.shutdownOutput();
            }
        });
        loop.deadline(patience, LINGER_NANOS);
    }

    @Override
    public void abort() {
        exchange = null;
        closing = true;
        loop.forget(patience);
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        context().flush(); // what was relayed of the response may be seen; that it is not whole, must be
        context().close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null && ctx.channel().isWritable()) {
            exchange.clientWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closing = true;
        loop.forget(patience);
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        Exchange interrupted = exchange;
        exchange = null;
        if (interrupted != null) {
            interrupted.clientGone();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close(); // channelInactive tells the exchange
    }
}
