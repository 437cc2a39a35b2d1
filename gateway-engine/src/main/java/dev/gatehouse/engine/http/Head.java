package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.ClientCertificate;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.RequestHead;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request's head, checked. */
record Head(
        String listener,
        String method,
        String scheme,
        String host,
        String path,
        String query,
        HttpHeaders headers,
        String clientAddress,
        @Nullable ClientCertificate clientCertificate)
        implements RequestHead {
    /** Tells the record what was asked, and by whom. */
    void describe(DecisionRecord record) {
        record.scheme = scheme;
        record.host = host;
        record.path = path;
        record.query = query;
        record.clientAddress = clientAddress;
    }
}
