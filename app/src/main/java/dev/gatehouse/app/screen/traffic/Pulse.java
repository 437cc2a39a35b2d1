package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** How the live view stands, in a word. */
record Pulse(Status status, String word) {
    static Pulse of(@Nullable Link link, boolean paused) {
        return switch (link) {
            case null -> new Pulse(Status.OFF, Texts.get("traffic.pulse.off"));
            case Link.Connecting ignored -> new Pulse(Status.WAITING, Texts.get("traffic.pulse.connecting"));
            case Link.Open ignored ->
                paused
                        ? new Pulse(Status.WAITING, Texts.get("traffic.pulse.paused"))
                        : new Pulse(Status.GOOD, Texts.get("traffic.pulse.live"));
            case Link.Lost ignored -> new Pulse(Status.BAD, Texts.get("traffic.pulse.lost"));
            case Link.Refused ignored -> new Pulse(Status.BAD, Texts.get("traffic.pulse.refused"));
        };
    }
}
