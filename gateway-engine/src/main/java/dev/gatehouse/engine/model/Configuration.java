package dev.gatehouse.engine.model;

import java.util.Map;

/** The whole document: everything that changes only as a revision. Maps keep the document's order. */
@Declaration(title = "Gateway configuration", help = "The whole configuration of a gateway.")
public record Configuration(
        @Setting(title = "Format", help = "The version of this format.", byDefault = "1", min = "1", max = "1")
        int gatehouse,

        @Setting(title = "Listeners", help = "Where clients connect.", keys = Setting.Format.NAME, max = "1000")
        Map<String, Listener> listeners,

        @Setting(
                title = "Certificates",
                help = "What listeners and upstreams prove who they are with.",
                keys = Setting.Format.NAME,
                max = "10000")
        Map<String, Certificate> certificates,

        @Setting(title = "Upstreams", help = "Groups of targets.", keys = Setting.Format.NAME, max = "100000")
        Map<String, Upstream> upstreams,

        @Setting(
                title = "Routes",
                help = "What is done with which request.",
                keys = Setting.Format.NAME,
                max = "100000")
        Map<String, Route> routes) {
    /** The configuration of a new gateway. */
    public static final Configuration EMPTY = new Configuration(1, Map.of(), Map.of(), Map.of(), Map.of());

    public Configuration {
        listeners = Ordered.copy(listeners);
        certificates = Ordered.copy(certificates);
        upstreams = Ordered.copy(upstreams);
        routes = Ordered.copy(routes);
    }
}
