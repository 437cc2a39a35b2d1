package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, kept until it is whole because a step of the chain wants to see it so. The chain stops before that step
 * until then; a client that falls silent meanwhile is not waited for longer than its listener waits for anything.
 */
final class Collector extends Timed {
    private final Exchange exchange;
    private final Loop loop;
    private final long most;
    private final long patienceNanos;
    private final ByteBuf body;
    private @Nullable LastHttpContent last;
    private boolean awaited;
    private boolean handedOn;

    Collector(Exchange exchange, Loop loop, long most, long patienceNanos) {
        this.exchange = exchange;
        this.loop = loop;
        this.most = most;
        this.patienceNanos = patienceNanos;
        body = ByteBufAllocator.DEFAULT.buffer();
    }

    /** Takes a part; owns it. */
    void part(HttpContent part) {
        try {
            if (part.content().readableBytes() > most - body.readableBytes()) {
                exchange.fail(
                        Fault.BODY_TOO_LARGE,
                        "a policy of the route reads the body, and reads at most " + most + " bytes");
                return;
            }
            body.writeBytes(part.content());
            if (part instanceof LastHttpContent end) {
                last = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
                last.trailingHeaders().set(end.trailingHeaders());
            }
        } finally {
            part.release();
        }
        if (!awaited) {
            return;
        }
        if (last == null) {
            loop.deadline(this, patienceNanos);
        } else {
            awaited = false;
            loop.noDeadline(this);
            exchange.proceed();
        }
    }

    boolean isWhole() {
        return last != null;
    }

    boolean isHandedOn() {
        return handedOn;
    }

    /** The chain waits for the rest. */
    void await(Head head) {
        awaited = true;
        loop.deadline(this, patienceNanos);
        if (head.headers().contains(HttpHeaderNames.EXPECT)) {
            head.headers().remove(HttpHeaderNames.EXPECT); // nobody behind us needs to be asked any more
            exchange.informational(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    @Override
    void expired() {
        exchange.fail(Fault.REQUEST_TIMEOUT, "the request's body stalled");
    }

    /** The body as it is now, for looking at. */
    ByteBuf seen() {
        return body.slice();
    }

    /** Hands the whole body on. */
    void handOn(Consumer<HttpContent> receiver) {
        handedOn = true;
        LastHttpContent end = last;
        if (body.isReadable()) {
            receiver.accept(new DefaultHttpContent(body.retain()));
        }
        if (end != null) {
            receiver.accept(end);
        }
    }

    /** Lets go of everything; once. */
    void release() {
        loop.forget(this);
        body.release();
    }
}
