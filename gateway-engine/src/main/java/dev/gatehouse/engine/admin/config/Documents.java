package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.YamlWriter;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/** Documents in YAML or JSON, as bodies of requests and answers. */
final class Documents {
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";

    private static final Set<String> YAML =
            Set.of(Endpoint.YAML, "application/x-yaml", "text/yaml", "text/x-yaml", "text/vnd.yaml");

    private Documents() {}

    /** Reads the request's body. */
    static Parsed read(Context ctx) {
        return Document.parse(Bodies.text(ctx), format(ctx));
    }

    /** The format of the request's body: YAML, unless its media type says JSON. */
    static Format format(Context ctx) {
        String media = Bodies.mediaType(ctx);
        if (media != null && !YAML.contains(media) && !media.equals(Endpoint.JSON)) {
            throw new Refusal(
                            Problem.UNSUPPORTED_MEDIA_TYPE,
                            "A configuration is sent as " + Endpoint.YAML + " or " + Endpoint.JSON + ", not as " + media
                                    + ". Set the header Content-Type.")
                    .header("Accept", Endpoint.YAML + ", " + Endpoint.JSON);
        }
        return Endpoint.JSON.equals(media) ? Format.JSON : Format.YAML;
    }

    /** Reads a patch of either kind. */
    static Change readPatch(Context ctx) {
        String media = Bodies.mediaType(ctx);
        if (MERGE_PATCH.equals(media)) {
            return new Change.Merge(patch(ctx));
        }
        if (JSON_PATCH.equals(media)) {
            return new Change.Operations(patch(ctx));
        }
        throw new Refusal(
                        Problem.UNSUPPORTED_MEDIA_TYPE,
                        "A patch is sent as " + MERGE_PATCH + " or " + JSON_PATCH + ". Set the header Content-Type.")
                .header("Accept-Patch", MERGE_PATCH + ", " + JSON_PATCH);
    }

    private static JsonNode patch(Context ctx) {
        JsonNode patch = Bodies.json(Bodies.text(ctx));
        if (patch.isMissingNode()) {
            throw new Refusal(Problem.BAD_REQUEST, "The patch is empty.");
        }
        return patch;
    }

    /** The format that the client wants: YAML if it asks for it before JSON, else JSON. */
    static Format wanted(Context ctx) {
        String accept = ctx.header("Accept");
        for (String part :
                accept == null ? new String[0] : accept.toLowerCase(Locale.ROOT).split(",")) {
            String media = part.replaceFirst(";.*", "").strip();
            if (YAML.contains(media)) {
                return Format.YAML;
            }
            if (media.equals(Endpoint.JSON) || media.equals("*/*") || media.equals("application/*")) {
                return Format.JSON;
            }
        }
        if (accept == null || accept.isBlank()) {
            return Format.JSON;
        }
        throw new Refusal(Problem.NOT_ACCEPTABLE, "There is only " + Endpoint.JSON + " and " + Endpoint.YAML + ".");
    }

    /** Answers with a document. */
    static void answer(Context ctx, JsonNode document, Format format, String etag) {
        ctx.header("ETag", etag);
        ctx.header("Vary", "Accept");
        if (Etags.known(ctx, etag)) {
            ctx.status(304);
        } else if (format == Format.YAML) {
            ctx.status(200).contentType(Endpoint.YAML).result(YamlWriter.write(document));
        } else {
            Bodies.answer(ctx, 200, document);
        }
    }
}
