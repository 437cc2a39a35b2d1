package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** How a gateway finds the targets of its upstreams, with the times of it. Blocks, for background threads. */
public final class Discoveries {
    private final AdminClient client;

    /** The discoveries of this gateway. */
    public Discoveries(AdminClient client) {
        this.client = client;
    }

    /** Those of all upstreams that have one, by the upstream's name. */
    public Map<String, Discovery> all() throws AdminFailed {
        Map<String, Discovery> found = new HashMap<>();
        for (JsonNode upstream : client.get("/status").path("upstreams")) {
            JsonNode discovery = upstream.path("discovery");
            if (discovery.isObject()) {
                found.put(upstream.path("name").asText(), Shapes.read(discovery, Discovery.class));
            }
        }
        return found;
    }
}
