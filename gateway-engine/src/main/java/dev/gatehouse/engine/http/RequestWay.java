package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
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
    private final ArrayDeque<HttpContent> held = new ArrayDeque<>(0);
    private boolean paused;
    private boolean begun;
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
        } else if (begun) {
            handOn(part);
        } else {
            held.add(part); // until a step has decided: what changes bodies is not known before
            if (!(part instanceof LastHttpContent)) {
                paused = true;
                exchange.client().reading(false);
            }
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
        boolean waited = collector != null || !held.isEmpty();
        for (HttpContent part = held.poll(); part != null; part = held.poll()) {
            handOn(part);
        }
        if (waited) {
            relay.flush(); // nothing may be being read whose end would do it
        }
        begun = true;
        if (paused) {
            exchange.client().reading(true);
        }
    }

    void release() {
        held.forEach(HttpContent::release);
        held.clear();
        if (collector != null) {
            collector.release();
        }
    }
}
