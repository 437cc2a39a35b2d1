package dev.gatehouse.engine.http;

import dev.gatehouse.engine.model.ListenerLimits;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2PromisedRequestVerifier;
import io.netty.handler.codec.http2.Http2Settings;

/** The codec of an HTTP/2 connection: Netty's, with limits from its first frame on. */
record Http2Setup(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings, FrameBudget budget) {
    /** What a peer may send of one stream before the other side has taken it. */
    static final int STREAM_WINDOW = 256 * 1024;

    /** What a peer may send of all streams together before it has been taken. */
    static final int CONNECTION_WINDOW = 1024 * 1024;

    /** The headers of a target's response. */
    private static final int TARGET_HEADERS = 64 * 1024;

    /** A header block in more pieces than this that are not full is a flood. */
    private static final int MOST_SMALL_CONTINUATIONS = 16;

    /** The gateway's end of a client's connection. */
    static Http2Setup towardsClient(ListenerLimits limits) {
        Http2Settings settings = new Http2Settings()
                .maxConcurrentStreams(limits.streams())
                .maxHeaderListSize(limits.headerSize().bytes())
                .initialWindowSize(STREAM_WINDOW)
                .connectProtocolEnabled(true); // WebSockets, RFC 8441
        Http2Connection connection = new DefaultHttp2Connection(true);
        connection.remote().maxActiveStreams(limits.streams()); // also before the client has acknowledged it
        return of(connection, settings, limits.headerSize().bytes(), limits.resets());
    }

    /** The gateway's end of a connection to a target. */
    static Http2Setup towardsTarget() {
        Http2Settings settings = new Http2Settings()
                .pushEnabled(false)
                .maxHeaderListSize(TARGET_HEADERS)
                .initialWindowSize(STREAM_WINDOW);
        return of(new DefaultHttp2Connection(false), settings, TARGET_HEADERS, Integer.MAX_VALUE);
    }

    private static Http2Setup of(Http2Connection connection, Http2Settings settings, long headerSize, int mostResets) {
        FrameBudget budget = new FrameBudget(
                new DefaultHttp2FrameReader(new DefaultHttp2HeadersDecoder(true, headerSize), MOST_SMALL_CONTINUATIONS),
                connection.isServer() ? new StreamOrder(connection) : null,
                mostResets);
        Http2ConnectionEncoder encoder = new DefaultHttp2ConnectionEncoder(connection, new DefaultHttp2FrameWriter());
        Http2ConnectionDecoder decoder = new DefaultHttp2ConnectionDecoder(
                connection, encoder, budget, Http2PromisedRequestVerifier.ALWAYS_VERIFY, true, true, true, true);
        return new Http2Setup(decoder, encoder, settings, budget);
    }
}
