package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.Arrays;

/** What shown events are about. */
public enum Matter {
    ANY("events.matter.any", ""),
    UPSTREAMS("events.matter.upstreams", "upstream target"),
    ROUTES("events.matter.routes", "route"),
    LISTENERS("events.matter.listeners", "listener"),
    CERTIFICATES("events.matter.certificates", "certificate"),
    REVISIONS("events.matter.revisions", "revision"),
    GATEWAY("events.matter.gateway", "gateway");

    private final String key;
    /** The kinds of objects with blanks between; none for any. */
    private final String objects;

    Matter(String key, String objects) {
        this.key = key;
        this.objects = objects;
    }

    /** Its name's key. */
    String key() {
        return key;
    }

    boolean holds(GatewayEvent event) {
        return objects.isEmpty()
                || Arrays.asList(objects.split(" ")).contains(event.object().kind());
    }
}
