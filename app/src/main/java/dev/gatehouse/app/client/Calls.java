package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A gateway's recorded calls. What blocks is for background threads. */
public final class Calls {
    private final AdminClient client;

    /** The calls behind an Admin API. */
    public Calls(AdminClient client) {
        this.client = client;
    }

    /**
     * Finds calls, newest first. Blocks.
     *
     * @param query in the gateway's language; empty for all
     * @param from the earliest time; null for any
     * @param cursor the {@link CallPage#next} of an earlier page; null for the newest
     */
    public CallPage find(String query, @Nullable Instant from, @Nullable String cursor, int limit) throws AdminFailed {
        return read(
                client.get("/calls?limit=" + limit
                        + parameter("q", query)
                        + parameter("from", from == null ? null : from.toString())
                        + parameter("cursor", cursor)),
                CallPage.class);
    }

    /** Reads one call. Blocks. */
    public Call byId(String id) throws AdminFailed {
        return read(client.get("/calls/" + encode(id)), Call.class);
    }

    /**
     * Asks what would become of a call if it came again. Blocks.
     *
     * @param revision that decides; null for the active one
     */
    public Explanation explain(Call call, @Nullable Integer revision) throws AdminFailed {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        String scheme = call.scheme().isEmpty() ? "http" : call.scheme();
        request.put("method", call.method());
        request.put("url", scheme + "://" + call.host() + target(call));
        request.put("clientAddress", call.clientAddress());
        request.put("listener", call.listener());
        if (revision != null) {
            request.putObject("draft").put("base", revision).putObject("patch");
        }
        return explain(request);
    }

    /** Asks what would become of a request, as {@code POST /explain} takes it. Blocks. */
    public Explanation explain(ObjectNode request) throws AdminFailed {
        return read(client.send("POST", "/explain", request, Map.of()).body(), Explanation.class);
    }

    /**
     * Calls as they end, until the stream is closed; not yet opened.
     *
     * @param frames gets each frame, on a thread of the stream
     */
    public EventStream<TailFrame> tail(
            String query, InstantSource clock, Consumer<TailFrame> frames, Consumer<Link> links) {
        String q = parameter("q", query);
        return client.stream(
                "/calls/tail" + (q.isEmpty() ? "" : "?" + q.substring(1)), TailFrame.class, clock, frames, links);
    }

    /** The path as it was asked for, with what is known of its query. */
    public static String target(Call call) {
        return call.query().isEmpty() ? call.path() : call.path() + "?" + call.query();
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : "&" + name + "=" + encode(value);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T read(JsonNode body, Class<T> type) throws AdminFailed {
        try {
            return Json.MAPPER.treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new AdminFailed(
                    0,
                    "",
                    Texts.get("live.unreadable", String.valueOf(e.getOriginalMessage())),
                    Json.MAPPER.createObjectNode());
        }
    }
}
