package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an HTTP/2 request as the same message that an HTTP/1.1 connection would give (RFC 9113 section 8.3). The
 * codec has checked names, values, the order of pseudo-headers and headers of the connection; what two servers could still
 * read differently is refused here.
 */
final class Http2Requests {
    static final HttpVersion HTTP_2 = HttpVersion.valueOf("HTTP/2.0");

    private static final AsciiString WEBSOCKET = AsciiString.cached("websocket");

    private Http2Requests() {}

    /**
     * The request, or a malformed one that says why it is none.
     *
     * @param bodiless whether the head is all of it
     */
    static HttpRequest read(Http2Headers fields, boolean bodiless) {
        String method = String.valueOf(fields.method());
        CharSequence path = fields.path();
        boolean tunnel = asksForTunnel(fields);
        if (path == null || tunnel && !method.equals("CONNECT")) {
            return Malformed.request("the only tunnels that the gateway opens are WebSockets");
        }
        if (tunnel) {
            CharSequence protocol = fields.get(Http2Headers.PseudoHeaderName.PROTOCOL.value());
            if (bodiless || !WEBSOCKET.contentEquals(protocol)) {
                return Malformed.request("the only tunnels that the gateway opens are WebSockets");
            }
            method = "GET";
        }
        String complaint = complaint(method, path, fields);
        if (complaint != null) {
            return Malformed.request(complaint);
        }
        HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        CharSequence authority = fields.authority();
        if (authority != null) {
            headers.set(HttpHeaderNames.HOST, authority);
        }
        StringBuilder cookies = null;
        for (Map.Entry<CharSequence, CharSequence> field : fields) {
            CharSequence name = field.getKey();
            if (name.charAt(0) == ':') {
                continue;
            }
            if (HttpHeaderNames.COOKIE.contentEquals(name)) {
                cookies = joined(cookies, field.getValue());
            } else if (!HttpHeaderNames.HOST.contentEquals(name)) {
                headers.add(name, field.getValue());
            } else if (authority == null) {
                headers.add(HttpHeaderNames.HOST, field.getValue());
            } else if (!authority.toString().equalsIgnoreCase(field.getValue().toString())) {
                return Malformed.request("the authority and the Host header differ");
            }
        }
        if (cookies != null) {
            headers.set(HttpHeaderNames.COOKIE, cookies.toString());
        }
        if (tunnel) {
            WebSocket.ask(headers);
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_KEY, WebSocket.newKey());
        } else if (!bodiless && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return new DefaultHttpRequest(HTTP_2, HttpMethod.valueOf(method), path.toString(), headers);
    }

    /** Whether a request is an extended CONNECT (RFC 8441). */
    static boolean asksForTunnel(Http2Headers fields) {
        return fields.contains(Http2Headers.PseudoHeaderName.PROTOCOL.value());
    }

    /** The parts of a cookie may come as headers of their own (RFC 9113 section 8.2.3). */
    private static StringBuilder joined(@Nullable StringBuilder cookies, CharSequence crumb) {
        return cookies == null ? new StringBuilder(crumb) : cookies.append("; ").append(crumb);
    }

    private static @Nullable String complaint(String method, CharSequence path, Http2Headers fields) {
        if (!isToken(method)) {
            return "the method is no token";
        }
        if (path.isEmpty() || path.charAt(0) != '/' && !path.toString().equals("*")) {
            return "the path does not begin with a slash";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return "the path has characters that must be encoded";
            }
        }
        String scheme = String.valueOf(fields.scheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "the scheme is neither http nor https";
        }
        if (fields.getAll(HttpHeaderNames.HOST).size() > 1) {
            return "there are several Host headers";
        }
        return null;
    }

    private static boolean isToken(String method) {
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !method.isEmpty();
    }
}
