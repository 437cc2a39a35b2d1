package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener as it is bound.
 *
 * @param state {@code listening}
 * @param address the IP address
 * @param port the one that is really used
 */
public record Bound(String name, String state, String address, int port) {
    /** The listeners of a gateway. Blocks. */
    public static List<Bound> all(AdminClient client) throws AdminFailed {
        List<Bound> all = new ArrayList<>();
        for (JsonNode each : client.get("/status").path("listeners")) {
            all.add(new Bound(
                    each.path("name").asText(),
                    each.path("state").asText(),
                    each.path("address").asText(),
                    each.path("port").asInt()));
        }
        return all;
    }

    /**
     * Where a client reaches it.
     *
     * @param admin where the gateway's Admin API is, for a listener that is bound to all addresses
     */
    public String url(URI admin) {
        return url(admin, "http");
    }

    /** The same, for clients that speak this scheme. */
    public String url(URI admin, String scheme) {
        boolean any = address.equals("0.0.0.0") || address.matches("[0:]+");
        String host = any ? admin.getHost() : address.contains(":") ? "[" + address + "]" : address;
        return scheme + "://" + host + ":" + port;
    }
}
