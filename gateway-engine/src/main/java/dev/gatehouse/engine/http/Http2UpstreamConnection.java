package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 connection to a target: carries as many exchanges of its event loop at once as the target allows. While some are
 * in flight and the target is silent, it is asked for a sign of life; a connection that gives none is closed. One that
 * carries nothing closes after {@code timeouts.idle}.
 */
final class Http2UpstreamConnection extends Http2ConnectionHandler {
    private static final long LONGEST_PULSE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final long SHORTEST_PULSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How many streams are opened before the target has said how many it takes (RFC 9113 section 6.5.2). */
    private static final int MOST_UNSETTLED = 100;

    private final Loop loop;
    private final TargetState target;
    private final @Nullable ClientContext tls;
    private final long idleNanos;
    private final long pulseNanos;
    private final FrameBudget budget;
    private final Http2Connection.PropertyKey sideKey = connection().newKey();
    private final List<Http2Upstream> touched = new ArrayList<>();
    private final List<Http2Upstream> unsettled = new ArrayList<>(0);
    private final Runnable flush = this::flushNow;
    private final Timed pulse = new Timed() {
        @Override
        void expired() {
            beat();
        }
    };

    private @Nullable ChannelHandlerContext context;
    private int attached;
    private int lastSeen = Integer.MAX_VALUE;
    private int unopened;
    private boolean settled;
    private boolean webSockets;
    private boolean used;
    private boolean leaving;
    private boolean heard;
    private boolean asked;
    private boolean flushing;

    Http2UpstreamConnection(
            Loop loop, TargetState target, @Nullable ClientContext tls, long idleNanos, Http2Setup setup) {
        super(setup.decoder(), setup.encoder(), setup.settings(), true);
        this.loop = loop;
        this.target = target;
        this.tls = tls;
        this.idleNanos = idleNanos;
        pulseNanos = Math.clamp(idleNanos / 4, SHORTEST_PULSE_NANOS, LONGEST_PULSE_NANOS);
        budget = setup.budget();
        decoder().frameListener(new Frames());
        connection().addListener(new Streams());
        encoder().flowController().listener(stream -> {
            Http2Upstream side = stream.getProperty(sideKey);
            if (side != null && encoder().flowController().isWritable(stream)) {
                side.writable();
            }
        });
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    TargetState target() {
        return target;
    }

    String scheme() {
        return tls == null ? "http" : "https";
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        context = ctx;
        super.handlerAdded(ctx);
    }

    /** Whether this is what encrypts it; null for plain text. */
    boolean isWith(@Nullable ClientContext wanted) {
        return Objects.equals(tls, wanted);
    }

    /** The connection is open, and the preface sent. */
    void opened() {
        try {
            Http2Stream all = connection().connectionStream();
            connection().local().flowController().incrementWindowSize(all, Http2Setup.CONNECTION_WINDOW - 65_535);
        } catch (Http2Exception e) {
            onError(context(), true, e);
        }
        rest();
    }

    /** Whether one more exchange can use it. */
    boolean hasRoom() {
        int most = settled ? connection().local().maxActiveStreams() : MOST_UNSETTLED;
        return !leaving
                && context().channel().isActive()
                && unopened + connection().local().numActiveStreams() < most
                && connection().local().lastStreamCreated() < Integer.MAX_VALUE - 2 * (attached + 2);
    }

    /** A stream for an exchange. */
    Http2Upstream attach(Relay relay) {
        Http2Upstream side = new Http2Upstream(this, relay, used);
        used = true;
        unopened++;
        if (attached++ == 0) {
            heard = true;
            loop.deadline(pulse, pulseNanos);
        }
        return side;
    }

    /** An exchange no longer needs its stream. */
    void detached(boolean wasUnopened) {
        unopened -= wasUnopened ? 1 : 0;
        if (--attached == 0) {
            rest();
        }
    }

    private void rest() {
        if (leaving) {
            context().close();
        } else {
            loop.deadline(pulse, idleNanos);
        }
    }

    private void beat() {
        if (attached == 0) {
            leave();
        } else if (heard) {
            heard = false;
            asked = false;
            loop.deadline(pulse, pulseNanos);
        } else if (asked) {
            context().close();
        } else {
            asked = true;
            encoder().writePing(context(), false, 0, context().newPromise());
            flushLater();
            loop.deadline(pulse, pulseNanos);
        }
    }

    /** Whether it has said that a stream may become a WebSocket. */
    boolean takesWebSockets() {
        return webSockets;
    }

    /** Tells an exchange once the target has said what it allows, but not at once. */
    void whenSettled(Http2Upstream side) {
        if (settled) {
            loop.eventLoop.execute(side::settled);
        } else {
            unsettled.add(side);
        }
    }

    private void settled(Http2Settings settings) {
        Boolean said = settings.connectProtocolEnabled();
        if (said != null) {
            webSockets = said;
        }
        loop.shared.takesWebSockets(target, webSockets);
        settled = true;
        List.copyOf(unsettled).forEach(Http2Upstream::settled);
        unsettled.clear();
    }

    /** Takes no more exchanges; closes when those in flight have ended. */
    void leave() {
        if (!leaving) {
            leaving = true;
            loop.shared.remove(this);
            if (context().channel().isActive()) {
                goAway(
                        context(),
                        0,
                        Http2Error.NO_ERROR.code(),
                        Unpooled.EMPTY_BUFFER,
                        context().newPromise());
                flushNow();
            }
            if (attached == 0) {
                context().close();
            }
        }
    }

    /** Opens a stream with the head of a request; null if that is not possible any more. */
    @Nullable
    Http2Stream open(Http2Upstream side, Http2Headers head, boolean last) {
        int id = connection().local().incrementAndGetNextStreamId();
        writeHeaders(id, head, last);
        Http2Stream stream = connection().stream(id);
        if (stream == null) {
            loop.eventLoop.execute(() -> side.closed(true)); // not now: the relay is in the middle of sending
        } else {
            unopened--;
            stream.setProperty(sideKey, side);
        }
        return stream;
    }

    void writeHeaders(int id, Http2Headers headers, boolean last) {
        budget.worked();
        encoder().writeHeaders(context(), id, headers, 0, last, context().newPromise());
    }

    void writeData(Http2Stream stream, ByteBuf data, boolean last) {
        budget.worked();
        encoder().writeData(context(), stream.id(), data, 0, last, context().newPromise());
    }

    boolean isWritable(Http2Stream stream) {
        return encoder().flowController().isWritable(stream);
    }

    /** Bytes of a stream have been passed on: the target may send as many again. */
    void consumed(Http2Stream stream, int bytes) {
        try {
            if (connection().stream(stream.id()) != null
                    && connection().local().flowController().consumeBytes(stream, bytes)) {
                flushLater();
            }
        } catch (Http2Exception e) {
            onError(context(), true, e);
        }
    }

    void reset(Http2Stream stream, Http2Error code) {
        if (connection().stream(stream.id()) != null) {
            resetStream(context(), stream.id(), code.code(), context().newPromise());
            flushLater();
        }
    }

    void flushLater() {
        if (!flushing) {
            flushing = true;
            loop.eventLoop.execute(flush);
        }
    }

    private void flushNow() {
        flushing = false;
        flush(context());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        heard = true;
        touched.forEach(Http2Upstream::readComplete);
        touched.clear();
        super.channelReadComplete(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        leaving = true;
        loop.shared.remove(this);
        loop.forget(pulse);
        List.copyOf(unsettled).forEach(side -> side.closed(true));
        unsettled.clear();
        super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close(); // streams tell their exchanges
    }

    @Override
    protected void onStreamError(
            ChannelHandlerContext ctx, boolean outbound, Throwable cause, Http2Exception.StreamException error) {
        Http2Upstream side = side(error.streamId());
        if (side != null) {
            side.broken(Fault.UPSTREAM_INVALID, "the target's response breaks the rules of HTTP/2");
        }
        super.onStreamError(ctx, outbound, cause, error);
    }

    @Override
    protected void onConnectionError(
            ChannelHandlerContext ctx, boolean outbound, Throwable cause, @Nullable Http2Exception error) {
        leaving = true;
        loop.shared.remove(this);
        super.onConnectionError(ctx, outbound, cause, error);
    }

    private @Nullable Http2Upstream side(int id) {
        Http2Stream stream = connection().stream(id);
        return stream == null ? null : stream.getProperty(sideKey);
    }

    private void touch(Http2Upstream side) {
        if (touched.isEmpty() || !touched.getLast().equals(side)) {
            touched.add(side);
        }
    }

    private final class Streams extends Http2ConnectionAdapter {
        @Override
        public void onStreamClosed(Http2Stream stream) {
            Http2Upstream side = stream.getProperty(sideKey);
            if (side != null) {
                side.closed(stream.id() > lastSeen);
            }
        }

        @Override
        public void onGoAwayReceived(int last, long code, ByteBuf debug) {
            lastSeen = last;
            leaving = true;
            loop.shared.remove(Http2UpstreamConnection.this);
            if (attached == 0) {
                context().close();
            }
        }
    }

    private final class Frames extends Http2FrameAdapter {
        @Override
        public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) {
            settled(settings);
        }

        @Override
        public void onHeadersRead(ChannelHandlerContext ctx, int id, Http2Headers headers, int padding, boolean last) {
            Http2Upstream side = side(id);
            if (side != null) {
                touch(side);
                side.headers(headers, last);
            }
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext ctx,
                int id,
                Http2Headers headers,
                int dependency,
                short weight,
                boolean exclusive,
                int padding,
                boolean last) {
            onHeadersRead(ctx, id, headers, padding, last);
        }

        @Override
        public int onDataRead(ChannelHandlerContext ctx, int id, ByteBuf data, int padding, boolean last) {
            Http2Upstream side = side(id);
            if (side == null) {
                return data.readableBytes() + padding;
            }
            touch(side);
            return side.data(data, padding, last);
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext ctx, int id, long code) {
            Http2Upstream side = side(id);
            if (side != null) {
                side.reset(code);
            }
        }
    }
}
