package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Set;

/** Tells the requests that may be sent twice: their method is idempotent (RFC 9110, 9.2.2), or they say so. */
final class Repeatable {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");
    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    /** A request that targets refuse without having looked at it is tried this often. */
    private static final int MOST_REFUSALS = 3;

    private Repeatable() {}

    /** By its method; a request that expects 100-continue is a conversation and not repeated. */
    static boolean byMethod(HttpRequest request) {
        return METHODS.contains(request.method().name()) && !expects(request);
    }

    /** By its method or an {@code Idempotency-Key}. */
    static boolean byMethodOrKey(HttpRequest request) {
        return byMethod(request) || request.headers().contains(IDEMPOTENCY_KEY) && !expects(request);
    }

    /** Whether a target has not seen a request, as it says, or as may be on a kept connection: it goes out once more. */
    static boolean isUnseen(UpstreamSide broken, Outgoing body, HttpRequest request, int attempts) {
        return broken.isUntouched()
                ? !body.isBegun() && attempts < MOST_REFUSALS
                : broken.isReused() && body.isWhole() && !body.isBegun() && byMethod(request);
    }

    private static boolean expects(HttpRequest request) {
        return request.headers().contains(HttpHeaderNames.EXPECT);
    }
}
