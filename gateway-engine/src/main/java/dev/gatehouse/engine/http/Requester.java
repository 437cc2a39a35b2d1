package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Importance;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** For whom a {@link Relay} asks a target: a client's exchange, or a copy of its request. All calls on its event loop. */
interface Requester {
    /** Where it is taken down what is decided. */
    DecisionRecord record();

    /** How early it is refused when there is too much. */
    Importance importance();

    /** What was served when the request came. */
    Serving serving();

    /** When its whole time ends; null for never. */
    @Nullable
    Deadline deadline();

    /** How fast the request comes and the response is taken. */
    Flow client();

    /** Nanoseconds since the request's start. */
    long sinceStart();

    /** An informational response has come. */
    void informational(HttpResponse response);

    /** The response has come, its head first. */
    void responseHead(HttpResponse response);

    /** The target has switched protocols: from here on, bytes both ways. */
    void switched(HttpResponse response);

    /** A part of the response; owns it. */
    void responsePart(HttpContent part);

    /** The response is whole. */
    void responseEnd();

    /** It has come to nothing. */
    default void fail(Fault fault, @Nullable String detail) {
        fail(fault, detail, EmptyHttpHeaders.INSTANCE);
    }

    /** It has come to nothing; the headers belong to the answer that tells it. */
    void fail(Fault fault, @Nullable String detail, HttpHeaders headers);
}
