package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2FrameReader;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames and counts those that carry nothing. A peer that sends many of them keeps the gateway busy at no cost of its
 * own: floods of PING, SETTINGS, PRIORITY, WINDOW_UPDATE, RST_STREAM, empty DATA and unknown frames all end with GOAWAY. A
 * frame that carries something allows for some that do not.
 */
final class FrameBudget implements Http2FrameReader {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_IDLE_FRAMES = 2_000;

    /** How many frames that carry nothing one that does allows for: window updates for its stream and connection. */
    private static final int ALLOWED_FOR_ONE = 4;

    private final Http2FrameReader reader;
    private final @Nullable StreamOrder order;
    private final int mostResets;
    private @Nullable Counting counting;
    private int idle;
    private int resets;
    private int faults;
    private long idleSince = System.nanoTime();
    private long resetsSince = idleSince;

    /**
     * A reader with a budget.
     *
     * @param order what the peer's HEADERS have to keep to, if it is a client
     * @param mostResets how many streams may be reset in ten seconds, by the peer or for a fault of the peer's
     */
    FrameBudget(Http2FrameReader reader, @Nullable StreamOrder order, int mostResets) {
        this.reader = reader;
        this.order = order;
        this.mostResets = mostResets;
    }

    /** Something was sent or received that is of use. */
    void worked() {
        idle = Math.max(0, idle - ALLOWED_FOR_ONE);
    }

    private void idle() throws Http2Exception {
        if (++idle <= MOST_IDLE_FRAMES) {
            return;
        }
        long now = System.nanoTime();
        boolean flood = now - idleSince < WINDOW_NANOS;
        idle = 0;
        idleSince = now;
        if (flood) {
            throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "too many frames that carry nothing");
        }
    }

    /** A stream ended as it should: who leaves one now and then among many, as a proxy with many clients, does no harm. */
    void ended() {
        resets = Math.max(0, resets - 1);
    }

    /** The peer reset a stream that was open. */
    void reset() throws Http2Exception {
        resets++;
        judge("too many streams were reset");
    }

    /** A stream was reset for a fault of the peer's. */
    void fault() throws Http2Exception {
        faults++;
        judge("too many faults");
    }

    private void judge(String why) throws Http2Exception {
        if (resets + faults <= mostResets) {
            return;
        }
        long now = System.nanoTime();
        boolean flood = now - resetsSince < WINDOW_NANOS;
        resets = 0;
        faults = 0;
        resetsSince = now;
        if (flood) {
            throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, why);
        }
    }

    /** A stream was reset here before the peer had ended it. */
    void resetHere(int stream) {
        if (order != null) {
            order.resetHere(stream);
        }
    }

    @Override
    public void readFrame(ChannelHandlerContext ctx, ByteBuf input, Http2FrameListener listener) throws Http2Exception {
        Counting counter = counting;
        if (counter == null || !counter.counted.equals(listener)) {
            counter = new Counting(listener);
            counting = counter;
        }
        reader.readFrame(ctx, input, counter);
    }

    @Override
    public Configuration configuration() {
        return reader.configuration();
    }

    @Override
    public void close() {
        reader.close();
    }

    private final class Counting extends Http2FrameListenerDecorator {
        private final Http2FrameListener counted;

        Counting(Http2FrameListener counted) {
            super(counted);
            this.counted = counted;
        }

        @Override
        public int onDataRead(ChannelHandlerContext ctx, int stream, ByteBuf data, int padding, boolean last)
                throws Http2Exception {
            if (data.isReadable()) {
                worked();
            } else if (!last) {
                idle();
            }
            return super.onDataRead(ctx, stream, data, padding, last);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext ctx, int stream, Http2Headers headers, int padding, boolean last)
                throws Http2Exception {
            worked();
            if (order != null) {
                order.headers(stream);
            }
            super.onHeadersRead(ctx, stream, headers, padding, last);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext ctx,
                int stream,
                Http2Headers headers,
                int dependency,
                short weight,
                boolean exclusive,
                int padding,
                boolean last)
                throws Http2Exception {
            if (stream == dependency) {
                throw Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, "a stream depends on itself");
            }
            onHeadersRead(ctx, stream, headers, padding, last); // priorities are history, RFC 9113 section 5.3.2
        }

        @Override
        public void onPriorityRead(
                ChannelHandlerContext ctx, int stream, int dependency, short weight, boolean exclusive)
                throws Http2Exception {
            idle();
            if (stream == dependency) {
                throw Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, "a stream depends on itself");
            }
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext ctx, int stream, long code) throws Http2Exception {
            idle(); // whether a stream is left that it ends, the connection knows
            super.onRstStreamRead(ctx, stream, code);
        }

        @Override
        public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) throws Http2Exception {
            idle();
            super.onSettingsRead(ctx, settings);
        }

        @Override
        public void onSettingsAckRead(ChannelHandlerContext ctx) throws Http2Exception {
            idle();
            super.onSettingsAckRead(ctx);
        }

        @Override
        public void onPingRead(ChannelHandlerContext ctx, long data) throws Http2Exception {
            idle();
            super.onPingRead(ctx, data);
        }

        @Override
        public void onPingAckRead(ChannelHandlerContext ctx, long data) throws Http2Exception {
            idle();
            super.onPingAckRead(ctx, data);
        }

        @Override
        public void onWindowUpdateRead(ChannelHandlerContext ctx, int stream, int increment) throws Http2Exception {
            idle();
            super.onWindowUpdateRead(ctx, stream, increment);
        }

        @Override
        public void onUnknownFrame(ChannelHandlerContext ctx, byte type, int stream, Http2Flags flags, ByteBuf payload)
                throws Http2Exception {
            idle();
            super.onUnknownFrame(ctx, type, stream, flags, payload);
        }
    }
}
