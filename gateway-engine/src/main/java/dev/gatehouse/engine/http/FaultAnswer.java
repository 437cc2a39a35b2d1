package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** The answer to a request that ends in a fault: a problem document, or the trailers that a gRPC client reads. */
final class FaultAnswer {
    private static final byte[] NOTHING = new byte[0];

    private FaultAnswer() {}

    /**
     * Answers, where nothing was sent yet.
     *
     * @param head the request's, as far as it could be read
     * @param status the HTTP status; as a rule the fault's own
     */
    static void give(
            Exchange exchange,
            @Nullable Head head,
            Fault fault,
            int status,
            @Nullable String detail,
            HttpHeaders more) {
        if (head != null && GrpcStatus.isGrpc(head.headers())) {
            exchange.reply(HttpResponseStatus.OK.code(), GrpcStatus.of(fault, status, detail, more), NOTHING);
            return;
        }
        HttpHeaders all = new DefaultHttpHeaders().set(more);
        all.set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        exchange.reply(status, all, Problem.of(fault, status, detail, exchange.record()));
    }
}
