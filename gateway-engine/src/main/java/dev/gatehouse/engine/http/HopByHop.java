package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes away headers that are meant for one connection only (RFC 9110 section 7.6.1), and names that only we may set. */
final class HopByHop {
    private static final List<AsciiString> ALWAYS = List.of(
            HttpHeaderNames.CONNECTION,
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            HttpHeaderNames.TE,
            HttpHeaderNames.UPGRADE,
            AsciiString.cached("proxy-authenticate"),
            AsciiString.cached("http2-settings"));

    /** What a client may nominate but still goes on: without these the message would mean something else. */
    private static final Set<String> KEPT =
            Set.of("host", "content-length", "transfer-encoding", "content-type", "authorization", "cookie", "trailer");

    /** Never forwarded as trailers: they would change how the message is read (RFC 9110 section 6.5.1). */
    private static final Set<String> NO_TRAILERS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "trailer",
            "connection",
            "content-encoding",
            "content-type",
            "authorization",
            "cookie",
            "set-cookie",
            "te",
            "upgrade",
            "expect",
            "max-forwards");

    private static final String OURS = "x-gatehouse-";

    private HopByHop() {}

    /** Takes hop-by-hop headers from a message's head; the framing headers stay. */
    static void strip(HttpHeaders headers) {
        String nominated = headers.get(HttpHeaderNames.CONNECTION);
        if (nominated != null) {
            for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
                for (String token : value.split(",", -1)) {
                    String name = token.strip().toLowerCase(Locale.ROOT);
                    if (!name.isEmpty() && !KEPT.contains(name)) {
                        headers.remove(name);
                    }
                }
            }
        }
        for (AsciiString name : ALWAYS) {
            headers.remove(name);
        }
    }

    /** Takes away a client's own headers with names that say what the gateway found out, also with underscores. */
    static void stripOurs(HttpHeaders headers) {
        List<CharSequence> bad = null;
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            CharSequence name = all.next().getKey();
            if (isOurs(name)) {
                bad = bad == null ? new ArrayList<>() : bad;
                bad.add(name);
            }
        }
        if (bad != null) {
            bad.forEach(headers::remove);
        }
    }

    private static boolean isOurs(CharSequence name) {
        if (name.length() < OURS.length() || (name.charAt(0) | 0x20) != 'x') {
            return false;
        }
        for (int i = 0; i < OURS.length(); i++) {
            char wanted = OURS.charAt(i);
            char c = name.charAt(i);
            if (wanted == '-' ? c != '-' && c != '_' : (c | 0x20) != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Takes from trailers what must not be one. */
    static void stripTrailers(@Nullable HttpHeaders trailers) {
        if (trailers == null || trailers.isEmpty()) {
            return;
        }
        stripOurs(trailers);
        for (String name : trailers.names().toArray(String[]::new)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (NO_TRAILERS.contains(lower) || lower.startsWith("x-forwarded-") || lower.equals("forwarded")) {
                trailers.remove(name);
            }
        }
    }
}
