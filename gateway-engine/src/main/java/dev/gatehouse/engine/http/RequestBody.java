package dev.gatehouse.engine.http;

import dev.gatehouse.engine.model.ListenerLimits;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Checks the parts of a request's body as they come. */
final class RequestBody {
    private RequestBody() {}

    /**
     * What is wrong with a part; null if nothing is. Trailers that may not go on are taken away.
     *
     * @param sofar the bytes of the body up to and with the part
     */
    static @Nullable Refusal refusal(HttpContent part, long sofar, ListenerLimits limits) {
        if (!part.decoderResult().isSuccess()) {
            return HeadReader.undecodable(part.decoderResult().cause(), limits);
        }
        if (sofar > limits.body().bytes()) {
            return HeadReader.tooLarge(limits);
        }
        if (part instanceof LastHttpContent last) {
            HopByHop.stripTrailers(last.trailingHeaders());
        }
        return null;
    }
}
