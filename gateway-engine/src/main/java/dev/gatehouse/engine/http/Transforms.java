package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.BodyTransform;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transforms that one body goes through, in order. */
final class Transforms {
    private final List<BodyTransform> transforms;

    private Transforms(List<BodyTransform> transforms) {
        this.transforms = transforms;
    }

    static @Nullable Transforms of(List<BodyTransform> transforms) {
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
