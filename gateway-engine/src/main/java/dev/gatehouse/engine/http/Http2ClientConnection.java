package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.ListenerLimits;
import dev.gatehouse.engine.snapshot.CompiledListener;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 connection of a client: frames come and go here, each stream is an {@link Http2Client}. What is written in one
 * turn of the event loop goes out together.
 *
 * <p>It closes after {@code limits.idle} without a request in flight, whatever else the client sends, and when it drains it
 * says so first (RFC 9113 section 6.8): a GOAWAY that names no stream, and, once the client must have seen it, one that names
 * the last.
 */
final class Http2ClientConnection extends Http2ConnectionHandler implements ClientConnection {
    private static final long PARTING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpDataPath dataPath;
    private final Loop loop;
    private final Entrance entrance;
    private final String scheme;
    private final FrameBudget budget;
    private final io.netty.handler.codec.http2.Http2Connection.PropertyKey clientKey =
            connection().newKey();
    private final List<Http2Client> touched = new ArrayList<>();
    private final Runnable flush = this::flushNow;
    private final Timed patience = new Timed() {
        @Override
        void expired() {
            outOfPatience();
        }
    };

    private @Nullable ChannelHandlerContext context;
    private @Nullable HeadReader reader;
    private @Nullable Peer peer;
    private CompiledListener listener;
    private int inFlight;
    private boolean flushing;
    private boolean draining;
    private boolean parted;

    Http2ClientConnection(
            HttpDataPath dataPath,
            Loop loop,
            Entrance entrance,
            CompiledListener listener,
            String scheme,
            Http2Setup setup) {
        super(setup.decoder(), setup.encoder(), setup.settings(), true);
        this.dataPath = dataPath;
        this.loop = loop;
        this.entrance = entrance;
        this.listener = listener;
        this.scheme = scheme;
        budget = setup.budget();
        decoder().frameListener(new Frames());
        connection().addListener(new Streams());
        encoder().flowController().listener(stream -> {
            Http2Client client = stream.getProperty(clientKey);
            if (client != null && encoder().flowController().isWritable(stream)) {
                client.writable();
            }
        });
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        context = ctx;
        peer = Peer.of(ctx.channel());
        reader = new HeadReader(peer);
        super.handlerAdded(ctx);
        connection()
                .local()
                .flowController()
                .incrementWindowSize(connection().connectionStream(), Http2Setup.CONNECTION_WINDOW - 65_535);
        loop.deadline(patience, limits().headerTime().toNanos());
    }

    private ListenerLimits limits() {
        return listener.listener().limits();
    }

    /** Only while nothing is in flight. */
    private void outOfPatience() {
        if (draining) {
            part();
        } else if (inFlight == 0) {
            goAway(Http2Error.NO_ERROR);
            context().close();
        }
    }

    private void begin(Http2Client client, Http2Stream stream, HttpRequest request) {
        Serving serving = dataPath.serving();
        CompiledListener now = serving.listeners().get(entrance);
        if (now != null) {
            listener = now;
        }
        if (inFlight++ == 0 && !draining) {
            loop.noDeadline(patience);
        }
        stream.setProperty(clientKey, client);
        Exchange exchange = new Exchange(loop, client, Objects.requireNonNull(peer), serving, listener, request);
        client.serve(exchange);
        if (now == null) {
            exchange.refuse(new Refusal(Fault.NO_CONFIGURATION, "the listener has been removed"));
            drain();
        } else {
            exchange.start(Objects.requireNonNull(reader), scheme);
        }
    }

    private @Nullable Http2Client client(int id) {
        Http2Stream stream = connection().stream(id);
        return stream == null ? null : stream.getProperty(clientKey);
    }

    /** An exchange has ended, with its response whole or not. */
    void exchangeOver(boolean whole) {
        if (whole) {
            budget.ended();
        }
        if (--inFlight == 0 && !draining) {
            loop.deadline(patience, limits().idle().toNanos());
        }
    }

    /** Runs something once a client has had time to end its request after an early answer. */
    Timed afterLinger(Runnable action) {
        Timed linger = new Timed() {
            @Override
            void expired() {
                action.run();
            }
        };
        loop.deadline(linger, LINGER_NANOS);
        return linger;
    }

    void forget(Timed timed) {
        loop.forget(timed);
    }

    private void touch(Http2Client client) {
        if (touched.isEmpty() || touched.getLast() != client) {
            touched.add(client);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        touched.forEach(Http2Client::readComplete);
        touched.clear();
        super.channelReadComplete(ctx); // flushes
    }

    ChannelFuture writeHeaders(Http2Stream stream, Http2Headers headers, boolean last) {
        budget.worked();
        return encoder()
                .writeHeaders(
                        context(), stream.id(), headers, 0, last, context().newPromise());
    }

    ChannelFuture writeData(Http2Stream stream, ByteBuf data, boolean last) {
        budget.worked();
        return encoder()
                .writeData(context(), stream.id(), data, 0, last, context().newPromise());
    }

    boolean isWritable(Http2Stream stream) {
        return encoder().flowController().isWritable(stream);
    }

    /** Bytes of a stream have been passed on: the client may send as many again. */
    void consumed(Http2Stream stream, int bytes) {
        try {
            if (connection().local().flowController().consumeBytes(stream, bytes)) {
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

    /** Sends what was written, with what else is written in this turn of the loop. */
    void flushLater() {
        if (!flushing) {
            flushing = true;
            loop.eventLoop.execute(flush);
        }
    }

    void flushNow() {
        flushing = false;
        flush(context());
    }

    private void goAway(Http2Error why) {
        int last = connection().remote().lastStreamCreated();
        goAway(context(), last, why.code(), Unpooled.EMPTY_BUFFER, context().newPromise());
        flushNow();
    }

    @Override
    public void drain() {
        if (draining) {
            return;
        }
        draining = true;
        if (!decoder().prefaceReceived()) {
            context().close();
            return;
        }
        goAway(context(), Integer.MAX_VALUE, 0, Unpooled.EMPTY_BUFFER, context().newPromise());
        encoder().writePing(context(), false, 0, context().newPromise());
        flushNow();
        loop.deadline(patience, PARTING_NANOS);
    }

    /** The client has seen that it should go: no more streams. */
    private void part() {
        if (!parted) {
            parted = true;
            loop.noDeadline(patience);
            goAway(Http2Error.NO_ERROR);
            closeIfEmpty();
        }
    }

    private void closeIfEmpty() {
        if (parted && connection().numActiveStreams() == 0) {
            context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        loop.forget(patience);
        super.channelInactive(ctx);
    }

    @Override
    protected void onStreamError(
            ChannelHandlerContext ctx, boolean outbound, Throwable cause, Http2Exception.StreamException error) {
        Http2Client client = client(error.streamId());
        if (!outbound) {
            if (client != null) {
                client.broken(new Refusal(Fault.BAD_REQUEST, "the stream breaks the rules of HTTP/2"));
            } else {
                refuse(error);
            }
        }
        super.onStreamError(ctx, outbound, cause, error);
        if (outbound) {
            return; // a write to a stream that the client has just reset
        }
        try {
            budget.fault();
        } catch (Http2Exception flood) {
            onConnectionError(ctx, false, flood, flood);
        }
    }

    /** A head that the codec could not read leaves a record like any other request. */
    private void refuse(Http2Exception.StreamException error) {
        int id = error.streamId();
        if (connection().streamMayHaveExisted(id) || !connection().remote().isValidStreamId(id)) {
            return;
        }
        try {
            Http2Stream stream = connection().remote().createStream(id, true);
            Throwable reason = error instanceof Http2Exception.HeaderListSizeException
                    ? new TooLongHttpHeaderException()
                    : Malformed.because("the head breaks the rules of HTTP/2");
            begin(new Http2Client(this, stream), stream, Malformed.request(reason));
            flushNow();
        } catch (Http2Exception e) {
            // not a stream that could be opened: it is only reset
        }
    }

    @Override
    protected void handleServerHeaderDecodeSizeError(ChannelHandlerContext ctx, Http2Stream stream) {
        // answered as a fault, see refuse
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close(); // streams tell their exchanges
    }

    private final class Streams extends Http2ConnectionAdapter {
        @Override
        public void onStreamClosed(Http2Stream stream) {
            Http2Client client = stream.getProperty(clientKey);
            if (client != null) {
                if (!client.isRequestComplete()) {
                    budget.resetHere(stream.id());
                }
                client.closed();
            }
        }

        @Override
        public void onStreamRemoved(Http2Stream stream) {
            closeIfEmpty();
        }
    }

    private final class Frames extends Http2FrameAdapter {
        @Override
        public void onHeadersRead(ChannelHandlerContext ctx, int id, Http2Headers headers, int padding, boolean last)
                throws Http2Exception {
            Http2Client known = client(id);
            if (known != null) {
                known.requestEnd(headers);
                touch(known);
                return;
            }
            Http2Stream stream = connection().stream(id);
            Http2Client client = new Http2Client(Http2ClientConnection.this, stream);
            begin(client, stream, Http2Requests.read(headers, last));
            if (last) {
                client.requestEnd(null);
            } else if (Http2Requests.asksForTunnel(headers)) {
                client.asksForTunnel();
            }
            touch(client);
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
                boolean last)
                throws Http2Exception {
            onHeadersRead(ctx, id, headers, padding, last);
        }

        @Override
        public int onDataRead(ChannelHandlerContext ctx, int id, ByteBuf data, int padding, boolean last) {
            Http2Client client = client(id);
            if (client == null) {
                return data.readableBytes() + padding;
            }
            touch(client);
            return client.data(data, padding, last);
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext ctx, int id, long code) throws Http2Exception {
            budget.reset();
        }

        @Override
        public void onPingAckRead(ChannelHandlerContext ctx, long data) {
            if (draining) {
                part();
            }
        }
    }
}
