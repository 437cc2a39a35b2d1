package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;

/** Where an event leads: to what it is about, and to the calls of its time. */
final class EventLeads {
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final Ways ways;

    EventLeads(Ways ways) {
        this.ways = ways;
    }

    /** What an event is about, in words. */
    static String words(GatewayEvent event) {
        String name = event.object().name();
        return switch (event.object().kind()) {
            case "upstream" -> Texts.get("events.object.upstream", name);
            case "target" -> Texts.get("events.object.target", upstream(event), address(event));
            case "route" -> Texts.get("events.object.route", name);
            case "listener" -> Texts.get("events.object.listener", name);
            case "certificate" -> Texts.get("events.object.certificate", name);
            case "revision" -> Texts.get("events.object.revision", name);
            case "gateway" -> Texts.get("events.object.gateway");
            default -> name;
        };
    }

    /** Whether there is a screen for what it is about. */
    static boolean leads(GatewayEvent event) {
        return switch (event.object().kind()) {
            case "upstream", "target", "route", "listener", "certificate", "gateway" -> true;
            case "revision" -> EventLog.number(event.object().name()) > 0;
            default -> false;
        };
    }

    /** Opens what it is about. */
    void open(GatewayEvent event) {
        String name = event.object().name();
        switch (event.object().kind()) {
            case "upstream", "target" -> ways.upstream(upstream(event));
            case "route" -> ways.route(name);
            case "listener" -> ways.listener(name);
            case "certificate" -> ways.certificate(name);
            case "revision" -> revision(EventLog.number(name));
            case "gateway" -> ways.gateway();
            default -> {}
        }
    }

    /** Opens the calls from a minute before to a minute after, of what it is about where calls have that. */
    void traffic(GatewayEvent event) {
        Instant time = event.time();
        String about = switch (event.object().kind()) {
            case "upstream", "route", "listener" ->
                " " + event.object().kind() + ":" + event.object().name();
            case "target" -> " upstream:" + upstream(event) + " target:" + address(event);
            default -> "";
        };
        ways.traffic("time>=" + time.minus(AROUND) + " time<" + time.plus(AROUND) + about);
    }

    /** Opens a revision. */
    void revision(int number) {
        if (number > 0) {
            ways.revision(number);
        }
    }

    private static String upstream(GatewayEvent event) {
        return event.object().name().split(" ", 2)[0];
    }

    private static String address(GatewayEvent event) {
        String[] parts = event.object().name().split(" ", 2);
        return parts[parts.length - 1];
    }
}
