package dev.gatehouse.engine.admin;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in or refuses it, before anything of it is read: the name that it was sent to (so that a web page which
 * rebinds its own name to the loopback address gets nowhere), the token, the size it announces.
 */
final class Gatekeeper {
    private static final String SCHEME = "bearer ";

    private final byte[] token;
    private final boolean loopback;
    private final Predicate<String> open;

    /**
     * A gatekeeper.
     *
     * @param open tells which paths ask for no token
     */
    Gatekeeper(AdminSettings settings, Predicate<String> open) {
        token = digest(settings.token());
        InetAddress address = settings.address().getAddress();
        loopback = address != null && address.isLoopbackAddress();
        this.open = open;
    }

    void check(Context ctx) {
        if (loopback && !local(ctx.header("Host"))) {
            throw new Refusal(
                    Problem.WRONG_HOST,
                    "This Admin API answers only to a loopback name. Use http://127.0.0.1 or http://localhost.");
        }
        if (!open.test(ctx.path()) && !known(ctx.header("Authorization"))) {
            throw new Refusal(
                            Problem.UNAUTHORIZED,
                            "Send the header 'Authorization: Bearer <token>'; the token stands in the file"
                                    + " admin.token of the data directory.")
                    .header("WWW-Authenticate", "Bearer realm=\"Gatehouse\"");
        }
        if (ctx.req().getContentLengthLong() > Bodies.LIMIT) {
            throw Bodies.tooLarge();
        }
    }

    private boolean known(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        // Digests are compared, so that the time tells neither the token's bytes nor its length.
        String presented = authorization.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(token, digest(presented));
    }

    private static boolean local(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.lastIndexOf(':');
        String name = (end <= 0 ? host : host.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || isLoopbackV4(name);
    }

    private static boolean isLoopbackV4(String name) {
        return name.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
