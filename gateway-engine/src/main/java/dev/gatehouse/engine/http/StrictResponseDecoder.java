package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.AsciiString;

/** Netty's response decoder; refuses two lengths, and knows that the answer to HEAD has no body. */
final class StrictResponseDecoder extends HttpResponseDecoder {
    private boolean toHead;

    StrictResponseDecoder(HttpDecoderConfig config) {
        super(config);
    }

    /** Whether the next response answers a HEAD. */
    void toHead(boolean head) {
        toHead = head;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return toHead || super.isContentAlwaysEmpty(message);
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        int colon = start + length;
        while (line[colon] == ' ' || line[colon] == '\t') {
            colon++; // white space before the colon is a proxy's to remove, RFC 9112 section 5.1
        }
        if (line[colon] != ':') {
            throw new IllegalArgumentException("white space in a header's name");
        }
        return super.splitHeaderName(line, start, length);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
