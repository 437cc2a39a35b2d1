package dev.gatehouse.app.client;

import java.time.Instant;

/** How the connection to a gateway's live stream stands. */
public sealed interface Link {
    /** On the way to it, for the first time or again. */
    record Connecting() implements Link {}

    /** Frames come. */
    record Open() implements Link {}

    /**
     * It broke, and is tried again by itself.
     *
     * @param since when it broke, the same through all tries
     * @param nextTry when it is tried again
     * @param why what happened, a sentence
     */
    record Lost(Instant since, Instant nextTry, String why) implements Link {}

    /**
     * The gateway does not let this token in; trying again by itself would not help.
     *
     * @param why what the gateway said, a sentence
     */
    record Refused(Instant since, String why) implements Link {}
}
