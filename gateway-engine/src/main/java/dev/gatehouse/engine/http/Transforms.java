package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.BodyTransform;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transforms that one body goes through, in order. */
final class Transforms {
    private final List<BodyTransform> transforms;

    private Transforms(List<BodyTransform> transforms) {
        this.transforms = transforms;
    }

    /** What the steps of a chain do to the request's body; null if none does anything. */
    static @Nullable Transforms up(List<CompiledRoute.NamedStep> chain, Head head) {
        List<BodyTransform> transforms = new ArrayList<>(0);
        for (CompiledRoute.NamedStep step : chain) {
            BodyTransform transform = step.handler().requestBody(head);
            if (transform != null) {
                transforms.add(transform);
            }
        }
        return transforms.isEmpty() ? null : new Transforms(transforms);
    }

    /** Shows the response to the steps entered, last first; what they do to its body, or null if none does anything. */
    static @Nullable Transforms down(
            List<CompiledRoute.NamedStep> entered, Head head, int status, HttpHeaders headers) {
        List<BodyTransform> transforms = new ArrayList<>(0);
        for (CompiledRoute.NamedStep step : entered.reversed()) {
            step.handler().response(head, status, headers);
            BodyTransform transform = step.handler().responseBody(head, status, headers);
            if (transform != null) {
                transforms.add(transform);
            }
        }
        return transforms.isEmpty() ? null : new Transforms(transforms);
    }

    /** Puts a part through; what comes out goes to the receiver, trailers behind everything. Owns the part. */
    void apply(HttpContent part, Consumer<HttpContent> receiver) {
        ByteBuf body = part.content();
        for (BodyTransform transform : transforms) {
            body = transform.part(body);
        }
        emit(body, receiver);
        if (part instanceof LastHttpContent last) {
            for (int i = 0; i < transforms.size(); i++) {
                ByteBuf rest = transforms.get(i).end();
                for (int j = i + 1; j < transforms.size(); j++) {
                    rest = transforms.get(j).part(rest);
                }
                emit(rest, receiver);
            }
            DefaultLastHttpContent end = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
            end.trailingHeaders().set(last.trailingHeaders());
            receiver.accept(end);
        }
    }

    private static void emit(ByteBuf body, Consumer<HttpContent> receiver) {
        if (body.isReadable()) {
            receiver.accept(new DefaultHttpContent(body));
        } else {
            body.release();
        }
    }
}
