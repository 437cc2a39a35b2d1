package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of an upstream's response past the steps that the request has entered, last first, to the client. */
final class ResponseWay {
    private final Exchange exchange;
    private final List<CompiledRoute.NamedStep> entered;
    private final Head request;
    private final long bound;
    private @Nullable ResponseCollector collector;
    private @Nullable Transforms transforms;

    ResponseWay(Exchange exchange, CompiledRoute route, List<CompiledRoute.NamedStep> entered, Head request) {
        this.exchange = exchange;
        this.request = request;
        this.entered = entered;
        bound = route.responseBound();
    }

    void head(HttpResponse response) {
        if (bound > 0) {
            collector = new ResponseCollector(response, bound);
        } else {
            send(response);
        }
    }

    private void send(HttpResponse response) {
        HttpHeaders headers = response.headers();
        transforms = entered.isEmpty()
                ? null
                : Transforms.down(entered, request, response.status().code(), headers);
        if (transforms != null && transforms.isChanging()) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
        }
        exchange.responseStarts(response);
    }

    /** Takes a part; owns it. */
    void part(HttpContent part) {
        if (collector != null) {
            collector.part(exchange, part);
        } else {
            sendPart(part);
        }
    }

    private void sendPart(HttpContent part) {
        if (transforms == null) {
            exchange.writePart(part);
        } else {
            transforms.apply(part, exchange::writePart);
        }
    }

    /** The response has come whole; what is to be sent in its place, or null if it has been sent or the exchange ended. */
    Verdict.@Nullable Reply end() {
        ResponseCollector collected = collector;
        if (collected == null) {
            return null;
        }
        Verdict.Reply other = collected.judged(exchange, entered, request);
        if (other == null && !exchange.hasEnded()) {
            send(collected.head());
            sendPart(collected.content());
            sendPart(collected.last());
        }
        return other;
    }

    void release() {
        if (collector != null) {
            collector.release();
        }
    }
}
