package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream's response, kept until it is whole because a step that the request has entered wants to see it so. Nothing of
 * it has been sent before: another answer can still take its place.
 */
final class ResponseCollector {
    private final HttpResponse head;
    private final long most;
    private final ByteBuf body;
    private final LastHttpContent last = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);

    ResponseCollector(HttpResponse head, long most) {
        this.head = head;
        this.most = most;
        body = ByteBufAllocator.DEFAULT.buffer();
    }

    /** Takes a part; owns it. */
    void part(Exchange exchange, HttpContent part) {
        try {
            if (part.content().readableBytes() > most - body.readableBytes()) {
                exchange.fail(
                        Fault.RESPONSE_TOO_LARGE,
                        "a policy of the route reads the response, and reads at most " + most + " bytes");
                return;
            }
            body.writeBytes(part.content());
            if (part instanceof LastHttpContent end) {
                last.trailingHeaders().set(end.trailingHeaders());
            }
        } finally {
            part.release();
        }
    }

    /**
     * Shows the response to the steps that asked for it, last first; what takes its place, or null. A step that fails ends
     * the exchange.
     */
    Verdict.@Nullable Reply judged(Exchange exchange, List<CompiledRoute.NamedStep> entered, Head request) {
        for (CompiledRoute.NamedStep step : entered.reversed()) {
            if (step.collectsResponse()) {
                try {
                    Verdict.Reply other = judged(step, request, exchange.record());
                    if (other != null) {
                        return other;
                    }
                } catch (RuntimeException e) {
                    ChainWalk.broken(exchange, step, e);
                    return null;
                }
            }
        }
        return null;
    }

    private Verdict.@Nullable Reply judged(CompiledRoute.NamedStep step, Head request, DecisionRecord record) {
        long began = System.nanoTime();
        Verdict verdict = step.handler().response(request, head.status().code(), head.headers(), body.slice());
        long took = System.nanoTime() - began;
        return switch (verdict) {
            case Verdict.Proceed proceed -> {
                record.step(step.name(), "response-proceed", proceed.saw(), proceed.wanted(), took);
                yield null;
            }
            case Verdict.Reply reply -> {
                record.step(step.name(), "response-reply", reply.saw(), reply.wanted(), took);
                yield reply;
            }
            case Verdict.Later _ -> throw new IllegalStateException("a verdict on a response cannot come later");
        };
    }

    HttpResponse head() {
        return head;
    }

    /** The body; the caller's from now on, once. */
    HttpContent content() {
        return new DefaultHttpContent(body.retain());
    }

    LastHttpContent last() {
        return last;
    }

    void release() {
        body.release();
    }
}
