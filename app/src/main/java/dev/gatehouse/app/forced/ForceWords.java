package dev.gatehouse.app.forced;

import dev.gatehouse.app.client.LiveFrame.Forced;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What somebody has said of a target, in words. */
public final class ForceWords {
    private ForceWords() {}

    /** The state in a word or two: "Forced down". */
    public static String state(Forced forced) {
        return switch (forced.state()) {
            case "up" -> Texts.get("force.state.up");
            case "drain" -> Texts.get("force.state.drain");
            default -> Texts.get("force.state.down");
        };
    }

    /** Who said it and how long it still holds. */
    public static String detail(Forced forced, Instant now) {
        Instant until = forced.until();
        return until == null
                ? Texts.get("force.by.open", forced.author())
                : Texts.get("force.by", forced.author(), Ages.words(Duration.between(now, until)));
    }

    /** What somebody should know of it, without what changes by the second. */
    static String notable(String upstream, String address, Forced forced) {
        Instant until = forced.until();
        String state = state(forced).toLowerCase(Locale.ROOT);
        return until == null
                ? Texts.get("force.notable.open", address, upstream, state, forced.author())
                : Texts.get("force.notable", address, upstream, state, forced.author(), Times.minute(until));
    }
}
