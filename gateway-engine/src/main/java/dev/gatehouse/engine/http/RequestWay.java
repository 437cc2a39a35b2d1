package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The way of a request's body past the steps of a chain: collected where one asks for it, watched, changed. */
final class RequestWay {
    private final CompiledRoute route;
    private final @Nullable Collector collector;
    private @Nullable Transforms transforms;

    RequestWay(Exchange exchange, Loop loop, CompiledRoute route, long patienceNanos) {
        this.route = route;
        collector =
                route.requestBound() == 0 ? null : new Collector(exchange, loop, route.requestBound(), patienceNanos);
    }

    /** Whether a step can be entered; if not, the chain goes on by itself once what is missing has come. */
    boolean isReadyFor(CompiledRoute.NamedStep step, Head head) {
        if (!step.collectsRequest() || collector == null || collector.isWhole()) {
            return true;
        }
        collector.await(head);
        return false;
    }

    /** The whole body for a step that wants to see it. */
    @Nullable
    Collector seenBy(CompiledRoute.NamedStep step) {
        return step.collectsRequest() ? collector : null;
    }

    /** Takes a part; owns it. */
    void part(HttpContent part, @Nullable Relay relay) {
        if (collector != null && !collector.isHandedOn()) {
            collector.part(part);
        } else if (relay == null) {
            part.release();
        } else {
            handOn(part, relay);
        }
    }

    private void handOn(HttpContent part, Relay relay) {
        if (transforms == null) {
            relay.requestPart(part);
        } else {
            transforms.apply(part, relay::requestPart);
        }
    }

    /** The chain has been walked up: the request goes out, with what has come of its body. */
    void begin(Relay relay, HttpRequest request, Head head) {
        transforms = Transforms.up(route.chain(), head);
        if (transforms != null && transforms.isChanging() && head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
            head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
            head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        relay.begin(request);
        if (collector != null) {
            collector.handOn(part -> handOn(part, relay));
        }
    }

    void release() {
        if (collector != null) {
            collector.release();
        }
    }
}
