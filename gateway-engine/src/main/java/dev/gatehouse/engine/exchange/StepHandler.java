package dev.gatehouse.engine.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a policy does to each request. Called on the exchange's event loop, never two calls for one exchange at a time;
 * must not block. Headers given to it may be changed.
 *
 * <p>What it does with bodies it declares once, per direction; of the methods about bodies only those are called that
 * belong to what is declared.
 */
public interface StepHandler {
    /** What it does with requests' bodies; the same at each call. */
    default BodyUse requestUse() {
        return BodyUse.NONE;
    }

    /** What it does with responses' bodies; the same at each call. */
    default BodyUse responseUse() {
        return BodyUse.NONE;
    }

    /** Decides on a request's head. Not called where the request's body is collected. */
    default Verdict request(RequestHead head) {
        return Verdict.PROCEED;
    }

    /**
     * Decides on a request whose body is collected.
     *
     * @param body whole; stays the caller's and is valid during the call only
     */
    default Verdict request(RequestHead head, ByteBuf body) {
        return request(head);
    }

    /** Sees the response's head on its way back, whoever made it. */
    default void response(RequestHead head, int status, HttpHeaders headers) {}

    /**
     * Decides on an upstream's response whose body is collected, at once: the response goes on, or another takes its place.
     *
     * @param body whole; stays the caller's and is valid during the call only
     */
    default Verdict response(RequestHead head, int status, HttpHeaders headers, ByteBuf body) {
        return Verdict.PROCEED;
    }

    /** What sees this request's body pass, or null if this one does not matter. */
    default @Nullable BodyObserver requestObserver(RequestHead head) {
        return null;
    }

    /** What sees this response's body pass, or null if this one does not matter. */
    default @Nullable BodyObserver responseObserver(RequestHead head, int status, HttpHeaders headers) {
        return null;
    }

    /** What changes this request's body on its way, or null to leave it as it is. */
    default @Nullable BodyTransform requestBody(RequestHead head) {
        return null;
    }

    /** What changes this response's body on its way, or null to leave it as it is. */
    default @Nullable BodyTransform responseBody(RequestHead head, int status, HttpHeaders headers) {
        return null;
    }
}
