package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults that a gateway injects just now. Blocks, for background threads. */
public final class Injections {
    private static final String PATH = "/injections";

    private final AdminClient client;

    /** The faults of this gateway. */
    public Injections(AdminClient client) {
        this.client = client;
    }

    /**
     * A fault to be.
     *
     * @param delay as written; null for none
     * @param abort a status; null for none
     * @param share as written
     * @param length how long it goes on, as written
     */
    public record Wanted(
            String route, @Nullable String delay, @Nullable Integer abort, String share, String length) {}

    /** Those that run. */
    public List<Injection> running() throws AdminFailed {
        JsonNode items = client.get(PATH).path("items");
        return items.isArray() ? List.of(Shapes.read(items, Injection[].class)) : List.of();
    }

    /** Starts one. */
    public Injection start(Wanted wanted) throws AdminFailed {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("route", wanted.route());
        if (wanted.delay() != null) {
            body.put("delay", wanted.delay());
        }
        if (wanted.abort() != null) {
            body.put("abort", wanted.abort());
        }
        body.put("share", wanted.share()).put("for", wanted.length());
        return Shapes.read(client.send("POST", PATH, body, Map.of()).body(), Injection.class);
    }

    /** Ends one before its time. */
    public void end(String id) throws AdminFailed {
        client.send("DELETE", PATH + "/" + id, null, Map.of());
    }
}
