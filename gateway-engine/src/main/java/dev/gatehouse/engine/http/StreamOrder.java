package dev.gatehouse.engine.http;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;

/**
 * Which streams a client may still send HEADERS on (RFC 9113 section 5.1): not on one that it has ended, nor on one with a
 * lower number than the last. What was on its way when the gateway reset the stream is no fault of the client.
 */
final class StreamOrder {
    private final Http2Connection connection;
    private final int[] resetHere = new int[64];
    private int resets;
    private int expected = 1;
    private int gapFrom;
    private int gapTo;

    StreamOrder(Http2Connection connection) {
        this.connection = connection;
    }

    /** The gateway has reset a stream that the client had not ended. */
    void resetHere(int id) {
        resetHere[resets++ % resetHere.length] = id;
    }

    /** The client sends HEADERS. */
    void headers(int id) throws Http2Exception {
        if (id >= expected) {
            if (id > expected) {
                gapFrom = expected;
                gapTo = id;
            }
            expected = id + 2;
            return;
        }
        Http2Stream stream = connection.stream(id);
        if (stream != null) {
            if (stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE) {
                throw Http2Exception.connectionError(Http2Error.STREAM_CLOSED, "HEADERS on a stream that has ended");
            }
            return;
        }
        if (id >= gapFrom && id < gapTo) {
            throw Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR, "a stream with a lower number than before");
        }
        for (int reset : resetHere) {
            if (reset == id) {
                return;
            }
        }
        throw Http2Exception.connectionError(Http2Error.STREAM_CLOSED, "HEADERS on a closed stream");
    }
}
