package dev.gatehouse.engine.http;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/** Stands for a request that could not be read. */
class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private Malformed(String message) {
        super(message, null);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an attacker's request is not worth a stack trace
    }

    /** Something that may be told. */
    static Malformed because(String reason) {
        return new Malformed(reason);
    }

    /** A head that did not come whole in time. */
    static final class Slow extends Malformed {
        private static final long serialVersionUID = 1L;

        private Slow() {
            super("the request's head was not complete in time");
        }
    }

    /** A request whose head did not come whole in time. */
    static HttpRequest slow() {
        HttpRequest request = request("");
        request.setDecoderResult(DecoderResult.failure(new Slow()));
        return request;
    }

    /** A request whose decoding failed for a reason that may be told. */
    static HttpRequest request(String reason) {
        return request(new Malformed(reason));
    }

    /** A request whose decoding failed. */
    static HttpRequest request(Throwable reason) {
        HttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/bad-request");
        request.setDecoderResult(DecoderResult.failure(reason));
        return request;
    }
}
