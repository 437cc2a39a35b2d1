package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.Set;

/** What shown events are about. */
public enum Matter {
    ANY("events.matter.any", Set.of()),
    UPSTREAMS("events.matter.upstreams", Set.of("upstream", "target")),
    ROUTES("events.matter.routes", Set.of("route")),
    LISTENERS("events.matter.listeners", Set.of("listener")),
    CERTIFICATES("events.matter.certificates", Set.of("certificate")),
    REVISIONS("events.matter.revisions", Set.of("revision")),
    GATEWAY("events.matter.gateway", Set.of("gateway"));

    private final String key;
    private final Set<String> objects;

    Matter(String key, Set<String> objects) {
        this.key = key;
        this.objects = objects;
    }

    /** Its name's key. */
    String key() {
        return key;
    }

    boolean holds(GatewayEvent event) {
        return objects.isEmpty() || objects.contains(event.object().kind());
    }
}
