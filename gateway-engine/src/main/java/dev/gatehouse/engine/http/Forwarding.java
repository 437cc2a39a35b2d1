package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.snapshot.Networks;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says to the target who the client is ({@code Forwarded}, RFC 7239, and {@code X-Forwarded-*}), and reads it from proxies
 * in front. What comes from anyone but a trusted proxy is thrown away.
 */
final class Forwarding {
    static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    private static final AsciiString FORWARDED = AsciiString.cached("forwarded");
    private static final AsciiString FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString PORT = AsciiString.cached("x-forwarded-port");
    private static final int LONGEST_ID = 128;

    private Forwarding() {}

    /** The client's address: the peer's, or the last in X-Forwarded-For that is no trusted proxy. */
    static String clientAddress(HttpHeaders headers, Peer peer, Networks trusted) {
        if (!peer.isTrusted(trusted)) {
            return peer.text();
        }
        List<String> hops = new ArrayList<>();
        for (String value : headers.getAll(FOR)) {
            for (String hop : value.split(",", -1)) {
                hops.add(bare(hop.strip()));
            }
        }
        String client = peer.text();
        for (int i = hops.size() - 1; i >= 0; i--) {
            client = hops.get(i);
            if (!trusted.contains(client)) {
                break;
            }
        }
        return client.isEmpty() ? peer.text() : client;
    }

    /** An address without brackets and port. */
    private static String bare(String hop) {
        if (hop.startsWith("[")) {
            int close = hop.indexOf(']');
            return close < 0 ? hop : hop.substring(1, close);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && hop.indexOf(':', colon + 1) < 0 ? hop.substring(0, colon) : hop;
    }

    /** The request's id: as a trusted proxy gave it, else the call's. */
    static String requestId(HttpHeaders headers, boolean trusted, DecisionRecord record) {
        String given = requestId(headers, trusted);
        return given == null ? CallId.text(record.idHigh, record.idLow) : given;
    }

    /** The request's id as a trusted proxy gave it, or null. */
    static @Nullable String requestId(HttpHeaders headers, boolean trusted) {
        String id = trusted ? headers.get(REQUEST_ID) : null;
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            return null;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) >= 0x7f) {
                return null;
            }
        }
        return id;
    }

    /** Writes the headers for the target. */
    static void write(HttpHeaders headers, Peer peer, boolean trusted, String scheme, String requestId) {
        String host = headers.get(HttpHeaderNames.HOST);
        String address = peer.text();
        String node = address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
        String element = "for=" + node + ";proto=" + scheme + (host == null ? "" : ";host=" + quoted(host));
        if (trusted) {
            append(headers, FORWARDED, element);
            append(headers, FOR, address);
            if (!headers.contains(PROTO)) {
                headers.set(PROTO, scheme);
            }
            if (!headers.contains(PORT)) {
                headers.set(PORT, Integer.toString(peer.localPort()));
            }
        } else {
            headers.set(FORWARDED, element);
            headers.set(FOR, address);
            headers.set(PROTO, scheme);
            headers.set(PORT, Integer.toString(peer.localPort()));
            headers.remove(HOST);
        }
        if (host != null && !headers.contains(HOST)) {
            headers.set(HOST, host);
        }
        headers.set(REQUEST_ID, requestId);
    }

    private static String quoted(String host) {
        return host.indexOf(':') < 0 ? host : '"' + host + '"';
    }

    private static void append(HttpHeaders headers, AsciiString name, String value) {
        List<String> before = headers.getAll(name);
        headers.set(name, before.isEmpty() ? value : String.join(", ", before) + ", " + value);
    }
}
