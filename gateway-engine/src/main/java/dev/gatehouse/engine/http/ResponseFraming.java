package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;

/** How an HTTP/1.1 client tells where a response's body ends (RFC 9112 section 6). */
final class ResponseFraming {
    private ResponseFraming() {}

    /**
     * Writes the framing headers of a response.
     *
     * @return false if only the end of the connection can end the body
     */
    static boolean isDelimited(int status, HttpHeaders headers, boolean http10) {
        boolean bodiless = status == 204 || status == 205 || status == 304;
        if (status == 204 || status == 205) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            if (status == 205) {
                headers.set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
            }
        }
        if (http10 && headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
        if (bodiless
                || headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        if (http10) {
            return false;
        }
        headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        return true;
    }
}
