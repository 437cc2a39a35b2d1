package dev.gatehouse.engine.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** A response that the gateway makes itself, as a message. */
final class OwnAnswer {
    private OwnAnswer() {}

    /** The headers with the body's length, where the status has a body. */
    static HttpHeaders headers(int status, HttpHeaders headers, byte[] body) {
        HttpHeaders all = new DefaultHttpHeaders().set(headers);
        if (status != HttpResponseStatus.NO_CONTENT.code()
                && status != HttpResponseStatus.RESET_CONTENT.code()
                && status != HttpResponseStatus.NOT_MODIFIED.code()) {
            all.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        }
        return all;
    }

    static HttpResponse message(int status, HttpHeaders headers, byte[] body) {
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                body.length == 0 ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }
}
