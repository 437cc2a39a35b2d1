package dev.gatehouse.engine.exchange;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a policy does to each request. Called on the exchange's event loop, never two calls for one exchange at a time;
 * must not block. Headers given to it may be changed.
 */
public interface StepHandler {
    /** Decides on a request's head. */
    default Verdict request(RequestHead head) {
        return Verdict.PROCEED;
    }

    /** Sees the response's head on its way back, whoever made it. */
    default void response(RequestHead head, int status, HttpHeaders headers) {}

    /** What changes this request's body on its way, or null to leave it as it is. */
    default @Nullable BodyTransform requestBody(RequestHead head) {
        return null;
    }

    /** What changes this response's body on its way, or null to leave it as it is. */
    default @Nullable BodyTransform responseBody(RequestHead head, int status, HttpHeaders headers) {
        return null;
    }
}
