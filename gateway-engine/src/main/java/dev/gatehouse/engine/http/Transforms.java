package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.BodyObserver;
import dev.gatehouse.engine.exchange.BodyTransform;
import dev.gatehouse.engine.exchange.BodyUse.Kind;
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

/** What changes or watches one body on its way, in order. */
final class Transforms {
    private final List<BodyTransform> transforms;
    private final boolean changing;

    private Transforms(List<BodyTransform> transforms, boolean changing) {
        this.transforms = transforms;
        this.changing = changing;
    }

    /** What the steps of a chain do to the request's body; null if none does anything. */
    static @Nullable Transforms up(List<CompiledRoute.NamedStep> chain, Head head) {
        List<BodyTransform> transforms = new ArrayList<>(0);
        boolean changing = false;
        for (CompiledRoute.NamedStep step : chain) {
            BodyTransform transform = step.request().is(Kind.TRANSFORM)
                    ? step.handler().requestBody(head)
                    : step.request().is(Kind.OBSERVE)
                            ? Watched.by(step.handler().requestObserver(head))
                            : null;
            changing |= add(transform, transforms);
        }
        return transforms.isEmpty() ? null : new Transforms(transforms, changing);
    }

    /** Shows the response to the steps entered, last first; what they do to its body, or null if none does anything. */
    static @Nullable Transforms down(
            List<CompiledRoute.NamedStep> entered, Head head, int status, HttpHeaders headers) {
        List<BodyTransform> transforms = new ArrayList<>(0);
        boolean changing = false;
        for (CompiledRoute.NamedStep step : entered.reversed()) {
            step.handler().response(head, status, headers);
            BodyTransform transform = step.response().is(Kind.TRANSFORM)
                    ? step.handler().responseBody(head, status, headers)
                    : step.response().is(Kind.OBSERVE)
                            ? Watched.by(step.handler().responseObserver(head, status, headers))
                            : null;
            changing |= add(transform, transforms);
        }
        return transforms.isEmpty() ? null : new Transforms(transforms, changing);
    }

    private static boolean add(@Nullable BodyTransform transform, List<BodyTransform> transforms) {
        if (transform != null) {
            transforms.add(transform);
        }
        return transform != null && !(transform instanceof Watched);
    }

    /** Whether the body may have another length afterwards. */
    boolean isChanging() {
        return changing;
    }

    /** Somebody who watches, in the place of a transform. */
    private record Watched(BodyObserver observer) implements BodyTransform {
        static @Nullable Watched by(@Nullable BodyObserver observer) {
            return observer == null ? null : new Watched(observer);
        }

        @Override
        public ByteBuf part(ByteBuf part) {
            observer.part(part.slice());
            return part;
        }

        @Override
        public ByteBuf end() {
            observer.end();
            return Unpooled.EMPTY_BUFFER;
        }
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
