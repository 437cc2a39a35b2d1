package dev.gatehouse.app.screen;

import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** How a live view stands, in a word. */
public record Pulse(Status status, String word) {
    /** The word for a stream that is open, or not: null for none. */
    public static Pulse of(@Nullable Link link, boolean paused) {
        return switch (link) {
            case null -> new Pulse(Status.OFF, Texts.get("pulse.off"));
            case Link.Connecting ignored -> new Pulse(Status.WAITING, Texts.get("pulse.connecting"));
            case Link.Open ignored ->
                paused
                        ? new Pulse(Status.WAITING, Texts.get("pulse.paused"))
                        : new Pulse(Status.GOOD, Texts.get("pulse.live"));
            case Link.Lost ignored -> new Pulse(Status.BAD, Texts.get("pulse.lost"));
            case Link.Refused ignored -> new Pulse(Status.BAD, Texts.get("pulse.refused"));
        };
    }
}
