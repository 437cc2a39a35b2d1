package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;

/** Why a request is refused before it is routed. Without a stack trace: it is an answer, not an accident. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String detail;

    Refusal(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    Fault fault() {
        return fault;
    }

    String detail() {
        return detail;
    }

    /** The headers of the answer; the connection is not trusted any further. */
    HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (fault == Fault.WEBSOCKET_VERSION) {
            headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocket.VERSION);
        }
        return headers;
    }
}
