package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.ListenerLimits;
import dev.gatehouse.engine.route.SafePath;
import dev.gatehouse.engine.snapshot.CompiledListener;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a decoded request and makes the head that routing sees. One for each connection; remembers its last host. */
final class HeadReader {
    private final Peer peer;
    private @Nullable String lastAuthority;
    private String lastHost = "";

    HeadReader(Peer peer) {
        this.peer = peer;
    }

    /**
     * The head of a request.
     *
     * @param scheme how the client connected
     * @throws Refusal if the request must not be answered by a route
     */
    Head read(HttpRequest request, CompiledListener listener, String scheme) throws Refusal {
        if (!request.decoderResult().isSuccess()) {
            throw undecodable(
                    request.decoderResult().cause(), listener.listener().limits());
        }
        if (listener.tls() != null && scheme.equals("http")) {
            throw new Refusal(Fault.HTTPS_REQUIRED, "the listener speaks https, and the request came in plain text");
        }
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1)
                && !version.equals(HttpVersion.HTTP_1_0)
                && !version.equals(Http2Requests.HTTP_2)) {
            throw new Refusal(Fault.BAD_REQUEST, "the protocol version is not HTTP/1.1");
        }
        HttpHeaders headers = request.headers();
        checkFraming(headers, version, listener.listener().limits());
        String target = request.uri();
        @Nullable String authority = authority(headers, version);
        if (!target.startsWith("/")) {
            String absolute = absolute(target);
            int slash = absolute.indexOf('/');
            int question = absolute.indexOf('?');
            int end = slash < 0 ? question : question < 0 ? slash : Math.min(slash, question);
            authority = end < 0 ? absolute : absolute.substring(0, end);
            target = end < 0
                    ? "/"
                    : absolute.charAt(end) == '/' ? absolute.substring(end) : "/" + absolute.substring(end);
            headers.set(HttpHeaderNames.HOST, authority); // RFC 9112 section 3.2.2: the target's authority wins
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        SafePath.Refusal refusal = SafePath.refusal(path);
        if (refusal != null) {
            throw new Refusal(Fault.AMBIGUOUS_PATH, refusal.message());
        }
        return new Head(
                listener.name(),
                request.method().name(),
                scheme,
                host(authority),
                SafePath.normal(path),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                Forwarding.clientAddress(headers, peer, listener.trusted()),
                peer.certificate());
    }

    private String host(@Nullable String authority) throws Refusal {
        if (authority == null) {
            return "";
        }
        if (authority.equals(lastAuthority)) {
            return lastHost;
        }
        String host = HostName.of(authority);
        lastAuthority = authority;
        lastHost = host;
        return host;
    }

    /** The Host; null where HTTP/1.0 has none. */
    private static @Nullable String authority(HttpHeaders headers, HttpVersion version) throws Refusal {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.size() == 1) {
            return hosts.getFirst();
        }
        if (hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_0)) {
            return null;
        }
        throw new Refusal(Fault.INVALID_HOST, hosts.isEmpty() ? "there is no Host" : "there are several Host headers");
    }

    private static String absolute(String target) throws Refusal {
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            return target.substring(7);
        }
        if (target.regionMatches(true, 0, "https://", 0, 8)) {
            return target.substring(8);
        }
        throw new Refusal(Fault.BAD_REQUEST, "the request target is neither a path nor an http URL");
    }

    private static void checkFraming(HttpHeaders headers, HttpVersion version, ListenerLimits limits) throws Refusal {
        if (headers.size() > limits.headerCount()) {
            throw new Refusal(
                    Fault.HEADERS_TOO_LARGE, "the request has more than " + limits.headerCount() + " headers");
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
            if (version.equals(HttpVersion.HTTP_1_0)) {
                throw new Refusal(Fault.BAD_REQUEST, "HTTP/1.0 has no Transfer-Encoding");
            }
            if (codings.size() != 1 || !codings.getFirst().strip().equalsIgnoreCase("chunked")) {
                throw new Refusal(Fault.BAD_REQUEST, "the only transfer coding that is understood is chunked");
            }
            if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
                throw new Refusal(Fault.BAD_REQUEST, "both Content-Length and Transfer-Encoding");
            }
        } else {
            checkLength(headers, limits);
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        if (expect != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)) {
            throw new Refusal(Fault.EXPECTATION_FAILED, "only 100-continue can be expected");
        }
    }

    private static void checkLength(HttpHeaders headers, ListenerLimits limits) throws Refusal {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length == null) {
            return;
        }
        if (length.isEmpty() || length.length() > 18 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal(Fault.BAD_REQUEST, "Content-Length is not a number");
        }
        if (Long.parseLong(length) > limits.body().bytes()) {
            throw tooLarge(limits);
        }
    }

    static Refusal tooLarge(ListenerLimits limits) {
        return new Refusal(
                Fault.BODY_TOO_LARGE, "the body is larger than " + limits.body().bytes() + " bytes");
    }

    /** What a failure of the decoder means. */
    static Refusal undecodable(Throwable cause, ListenerLimits limits) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                new Refusal(
                        Fault.URI_TOO_LONG,
                        "the request line is longer than " + limits.uri().bytes() + " bytes");
            case TooLongHttpHeaderException _ ->
                new Refusal(
                        Fault.HEADERS_TOO_LARGE,
                        "the headers are larger than " + limits.headerSize().bytes() + " bytes");
            case Malformed malformed -> new Refusal(Fault.BAD_REQUEST, String.valueOf(malformed.getMessage()));
            default -> new Refusal(Fault.BAD_REQUEST, "the request cannot be read as HTTP");
        };
    }
}
