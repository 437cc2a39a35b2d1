package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What an event is about.
 *
 * @param name the full name; of a target, its upstream's and its address with a blank between; of the gateway, which part
 */
public record EventObject(Kind kind, String name) {
    /** What events can be about. */
    public enum Kind {
        ROUTE,
        UPSTREAM,
        TARGET,
        LISTENER,
        CERTIFICATE,
        REVISION,
        GATEWAY;

        /** How the Admin API says it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static EventObject upstream(String name) {
        return new EventObject(Kind.UPSTREAM, name);
    }

    static EventObject target(String upstream, String address) {
        return new EventObject(Kind.TARGET, upstream + " " + address);
    }

    static EventObject gateway(String part) {
        return new EventObject(Kind.GATEWAY, part);
    }

    /** Whether its kind and name, written {@code upstream:orders}, have this text in them. */
    boolean has(String text) {
        return (kind.word() + ":" + name).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
