package dev.gatehouse.app.client;

import java.time.InstantSource;
import java.util.function.Consumer;

/** What happens to a gateway. */
public final class Events {
    private final AdminClient client;

    /** The events behind an Admin API. */
    public Events(AdminClient client) {
        this.client = client;
    }

    /**
     * Those that the gateway remembers and then each new one, until the stream is closed; not yet opened.
     *
     * @param events gets each event, on a thread of the stream
     */
    public EventStream<GatewayEvent> stream(InstantSource clock, Consumer<GatewayEvent> events, Consumer<Link> links) {
        return client.stream("/events", GatewayEvent.class, clock, events, links);
    }
}
