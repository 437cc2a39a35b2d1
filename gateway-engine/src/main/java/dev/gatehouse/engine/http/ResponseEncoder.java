package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Encodes responses; knows that the answer to HEAD has no body whatever its headers say. */
final class ResponseEncoder extends HttpResponseEncoder {
    private boolean toHead;

    /** Whether the next response answers a HEAD. */
    void toHead(boolean head) {
        toHead = head;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return toHead && response.status().code() >= 200 || super.isContentAlwaysEmpty(response);
    }
}
