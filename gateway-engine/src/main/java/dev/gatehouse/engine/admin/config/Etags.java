package dev.gatehouse.engine.admin.config;

import dev.gatehouse.engine.spec.Format;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110). The document's are {@code "42-json"} and {@code "42-yaml"}, its revision in either format; an
 * object's is its hash. A precondition takes either spelling, whatever format the body has.
 */
final class Etags {
    private Etags() {}

    static String document(int revision, Format format) {
        return "\"" + revision + "-" + format.name().toLowerCase(Locale.ROOT) + "\"";
    }

    static String object(String hash) {
        return "\"" + hash + "\"";
    }

    /** What a write is based on: bare revisions or hashes, {@code *}, or an empty text for "not there yet". */
    static Set<String> base(Context ctx) {
        Set<String> base = bare(ctx.header("If-Match"));
        String absent = ctx.header("If-None-Match");
        return base.isEmpty() && absent != null && absent.strip().equals("*") ? Set.of("") : base;
    }

    /** Whether the client has this state already. */
    static boolean known(Context ctx, String etag) {
        String header = ctx.header("If-None-Match");
        return header != null && (header.strip().equals("*") || exact(header).contains(etag));
    }

    private static Set<String> bare(@Nullable String header) {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : exact(header)) {
            String inner = tag.replace("\"", "");
            tags.add(inner.replaceFirst("-(json|yaml)$", ""));
        }
        return tags;
    }

    private static Set<String> exact(@Nullable String header) {
        Set<String> tags = new LinkedHashSet<>();
        for (String part : header == null ? new String[0] : header.split(",")) {
            String tag = part.strip();
            if (!tag.isEmpty()) {
                tags.add(tag.startsWith("W/") ? tag.substring(2) : tag);
            }
        }
        return tags;
    }
}
