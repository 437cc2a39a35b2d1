package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says to a gateway whether a target takes requests, whatever its health is. Blocks, for background threads. */
public final class Forcing {
    private final AdminClient client;

    /** Of this gateway. */
    public Forcing(AdminClient client) {
        this.client = client;
    }

    /**
     * Forces a target.
     *
     * @param state {@code up}, {@code down} or {@code drain}
     * @param length for how long, as written; empty until it is released
     */
    public void force(String upstream, String address, String state, String length) throws AdminFailed {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("state", state);
        if (!length.isEmpty()) {
            body.put("for", length);
        }
        client.send("PUT", path(upstream, address), body, Map.of());
    }

    /** Lets health decide of a target again. */
    public void release(String upstream, String address) throws AdminFailed {
        client.send("DELETE", path(upstream, address), null, Map.of());
    }

    private static String path(String upstream, String address) {
        return "/upstreams/" + encoded(upstream) + "/targets/" + encoded(address) + "/force";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
