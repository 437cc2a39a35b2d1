package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;

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
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
