package dev.gatehouse.engine.exchange;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request's head as routing and policies see it. Valid on the exchange's event loop, until the exchange ends. */
public interface RequestHead {
    /** The name of the listener on which the request came in. */
    String listener();

    /** The method, a token; case counts. */
    String method();

    /** The scheme that the client used, {@code http} or {@code https}. */
    String scheme();

    /** The host in lower case, without port and without a dot at the end. */
    String host();

    /** The path in its one safe form (see {@code route.SafePath}), starting with a slash, without the query. */
    String path();

    /** The query as the client sent it, without the question mark; empty if there is none. */
    String query();

    /** All headers; names compare without case. */
    HttpHeaders headers();

    /** The client's address, without port: the peer's, or what trusted proxies say. */
    String clientAddress();

    /** The certificate that the client has proved to be its own; null if it has shown none. */
    default @Nullable ClientCertificate clientCertificate() {
        return null;
    }
}
