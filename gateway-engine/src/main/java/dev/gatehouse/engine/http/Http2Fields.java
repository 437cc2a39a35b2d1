package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Writes headers and trailers for an HTTP/2 peer: names in lower case, without what belongs to a connection. */
final class Http2Fields {
    /** What HTTP/2 says by other means (RFC 9113 section 8.2.2). */
    private static final Set<AsciiString> NEVER = Set.of(
            HttpHeaderNames.CONNECTION,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.UPGRADE,
            HttpHeaderNames.TE,
            HttpHeaderNames.HOST,
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            AsciiString.cached("http2-settings"));

    private Http2Fields() {}

    /** Headers to which pseudo-headers can be added. */
    static Http2Headers of(HttpHeaders headers) {
        Http2Headers fields = new DefaultHttp2Headers(false, headers.size() + 4);
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            AsciiString name = AsciiString.of(header.getKey()).toLowerCase();
            if (!NEVER.contains(name)) {
                fields.add(name, header.getValue());
            }
        }
        return fields;
    }
}
