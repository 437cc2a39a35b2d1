package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The handshake of a WebSocket (RFC 6455 section 4), as a gateway has to watch it: what the client asks for, and whether the
 * target has understood it. What follows are bytes that nobody here reads.
 */
final class WebSocket {
    static final String VERSION = "13";

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private WebSocket() {}

    /**
     * Whether a request asks to go on as a WebSocket. Other upgrades are not asked of a gateway: what they ask is answered
     * in HTTP.
     *
     * @throws Refusal if it asks in a way that no target could answer
     */
    static boolean isAskedFor(HttpRequest request, Head head) throws Refusal {
        HttpHeaders headers = head.headers();
        String upgrade = headers.get(HttpHeaderNames.UPGRADE);
        if (upgrade == null
                || !upgrade.equalsIgnoreCase("websocket")
                || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                || !head.method().equals(HttpMethod.GET.name())
                || request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return false;
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || !headers.get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0")) {
            throw new Refusal(Fault.BAD_REQUEST, "a request for a WebSocket has no body");
        }
        if (!VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            throw new Refusal(Fault.WEBSOCKET_VERSION, "the only version of WebSocket is 13");
        }
        if (headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY).size() != 1
                || !isKey(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY, ""))) {
            throw new Refusal(Fault.BAD_REQUEST, "Sec-WebSocket-Key is not 16 bytes in base64");
        }
        return true;
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A key for a request that came without one, over HTTP/2; it guards against caches only. */
    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Asks the target. */
    static void ask(HttpHeaders request) {
        request.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
        request.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }

    /** Whether a request, as it went to the target, asked for a WebSocket. */
    static boolean wasAskedFor(HttpHeaders request) {
        return request.contains(HttpHeaderNames.UPGRADE);
    }

    /** What is wrong with a target's 101; null if it switches to what it was asked for. */
    static @Nullable String complaint(HttpHeaders request, HttpHeaders response) {
        if (!wasAskedFor(request)) {
            return "the target switched protocols though it was not asked to";
        }
        if (!response.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !response.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            return "the target switched to something else than WebSocket";
        }
        String key = request.get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "");
        return accept(key.strip()).equals(response.get(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT))
                ? null
                : "the target's Sec-WebSocket-Accept does not answer the key";
    }

    static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
