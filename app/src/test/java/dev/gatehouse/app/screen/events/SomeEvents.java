package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events as a gateway tells them. */
final class SomeEvents {
    static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private SomeEvents() {}

    /** An event so many seconds after noon; its id is that, too. */
    static GatewayEvent at(
            long second, String kind, String severity, String object, String name, String message, String reason) {
        return new GatewayEvent(
                second + 1,
                NOON.plusSeconds(second),
                kind,
                severity,
                new GatewayEvent.About(object, name),
                message,
                reason);
    }

    static GatewayEvent revision(long second, int number) {
        return at(
                second,
                "revision-applied",
                "information",
                "revision",
                String.valueOf(number),
                "Revision " + number + " is active.",
                "");
    }

    static GatewayEvent target(long second, boolean up, String address) {
        String reason = up ? "its ejection is over" : "5 attempts in a row failed; for 30 s";
        return at(
                second,
                up ? "target-up" : "target-down",
                up ? "information" : "problem",
                "target",
                "orders " + address,
                "Target " + address + " of upstream orders " + (up ? "takes requests again: " : "takes no requests: ")
                        + reason + ".",
                reason);
    }

    static GatewayEvent certificate(long second) {
        return at(
                second,
                "certificate-expires",
                "warning",
                "certificate",
                "shop",
                "The certificate shop expires on 2026-05-19: renew it.",
                "it expires on 2026-05-19");
    }

    /** Of a kind that this console has no words for. */
    static GatewayEvent foreign(long second) {
        return at(second, "moon-rose", "warning", "sky", "east", "The moon has risen in the east.", "it was time");
    }

    /** Two hours of a gateway with a target that comes and goes, oldest first. */
    static List<GatewayEvent> aDay() {
        List<GatewayEvent> events = new ArrayList<>();
        events.add(revision(0, 41));
        events.add(certificate(5));
        for (int i = 0; i < 12; i++) {
            events.add(target(600 + i * 60, false, "127.0.0.1:9103"));
            events.add(target(630 + i * 60, true, "127.0.0.1:9103"));
        }
        events.add(at(
                1500,
                "circuit-opened",
                "problem",
                "upstream",
                "payments",
                "The circuit of upstream payments is open: 8 of 10 attempts failed.",
                "8 of 10 attempts failed"));
        events.add(at(
                1530,
                "circuit-closed",
                "information",
                "upstream",
                "payments",
                "The circuit of upstream payments is closed: 3 of 3 probes went well.",
                "3 of 3 probes went well"));
        events.add(revision(3700, 42));
        events.add(at(
                3900,
                "listener-full",
                "problem",
                "listener",
                "public",
                "Listener public has as many connections as it may, 1000: new ones wait until one is closed.",
                "it has as many connections as it may"));
        events.add(at(
                3950,
                "listener-open",
                "information",
                "listener",
                "public",
                "Listener public takes connections again.",
                "it has fewer connections than it may"));
        events.add(foreign(4000));
        events.add(at(
                5000,
                "memory-short",
                "problem",
                "gateway",
                "memory",
                "230 MiB of 256 MiB of the memory for buffers are in use: of the requests, sheddable ones are refused.",
                "230 MiB of 256 MiB of the memory for buffers are in use"));
        events.add(target(6000, false, "127.0.0.1:9101"));
        return events;
    }
}
