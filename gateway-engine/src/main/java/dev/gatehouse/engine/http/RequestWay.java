package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request past the steps of a chain: it enters one after the other, and its body is collected where one asks
 * for it, watched, changed.
 */
final class RequestWay {
    private final Exchange exchange;
    private final CompiledRoute route;
    private final @Nullable Collector collector;
    private final Loop loop;
    private @Nullable Transforms transforms;
    private int entered;

    RequestWay(Exchange exchange, Loop loop, CompiledRoute route, long patienceNanos) {
        this.exchange = exchange;
        this.loop = loop;
        this.route = route;
        collector =
                route.requestBound() == 0 ? null : new Collector(exchange, loop, route.requestBound(), patienceNanos);
    }

    /** Enters the next step; false if there is none. The step, or what it waits for, lets the exchange proceed. */
    boolean climb(Head head) {
        if (entered == route.chain().size()) {
            return false;
        }
        CompiledRoute.NamedStep step = route.chain().get(entered);
        Collector whole = step.collectsRequest() ? collector : null;
        if (whole != null && !whole.isWhole()) {
            whole.await(head);
        } else {
            entered++;
            ChainWalk.step(exchange, step, head, whole, loop, exchange.record());
        }
        return true;
    }

    /** The steps entered so far. */
    List<CompiledRoute.NamedStep> entered() {
        return entered == route.chain().size() ? route.chain() : route.chain().subList(0, entered);
    }

    /** Takes a part; owns it. */
    void part(HttpContent part, @Nullable Relay relay) {
        if (collector != null && !collector.isHandedOn()) {
            collector.part(part);
        } else if (relay == null) {
            part.release();
        } else {
            handOn(part);
        }
    }

    private void handOn(HttpContent part) {
        if (transforms == null) {
            exchange.toTarget(part);
        } else {
            transforms.apply(part, exchange::toTarget);
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
            collector.handOn(this::handOn);
        }
    }

    void release() {
        if (collector != null) {
            collector.release();
        }
    }
}
