package dev.gatehouse.engine.admin.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies of requests and answers, within the bound on their size. */
public final class Bodies {
    /** The largest body that the Admin API takes, in bytes. */
    public static final int LIMIT = 10 * 1024 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Bodies() {}

    /** The request's body as text; empty if there is none. */
    public static String text(Context ctx) {
        try {
            InputStream in = ctx.req().getInputStream();
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.BAD_REQUEST, "The body is not UTF-8. Save the file as UTF-8 and send it again.");
        } catch (IOException e) {
            throw new Refusal(Problem.BAD_REQUEST, "The body ended early. Send it again.");
        }
    }

    /** The request's body as a JSON object; an empty body is an empty object. */
    public static ObjectNode object(Context ctx) {
        JsonNode node = json(text(ctx));
        if (node.isMissingNode()) {
            return JSON.createObjectNode();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(Problem.BAD_REQUEST, "The body has to be a JSON object.");
    }

    /** The text as JSON; missing if it is blank. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "The body is not JSON: " + e.getOriginalMessage()
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
                            + ".");
        }
    }

    /** The media type of the request's body in lower case without parameters, or null. */
    public static @Nullable String mediaType(Context ctx) {
        String type = ctx.req().getContentType();
        if (type == null) {
            return null;
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** Answers with JSON. */
    public static void answer(Context ctx, int status, Object body) {
        answer(ctx, status, Endpoint.JSON, body);
    }

    /** Answers with JSON under another media type. */
    public static void answer(Context ctx, int status, String media, Object body) {
        try {
            ctx.status(status).contentType(media).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that cannot be written", e);
        }
    }

    /** A tree or a record as one line of JSON. */
    public static String line(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that cannot be written", e);
        }
    }

    /** Refuses a body that is too large. */
    public static Refusal tooLarge() {
        return new Refusal(
                Problem.BODY_TOO_LARGE,
                "The Admin API takes bodies of at most " + LIMIT / (1024 * 1024) + " MiB. Split the change.");
    }
}
