package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Setting;

/** Answers by itself, without an upstream. */
@Declaration(
        type = "respond",
        title = "Respond",
        help = "Answers by itself, without an upstream.",
        example = "{respond: {status: 503, headers: {retry-after: \"120\"}, body: Closed for the night}}")
public record RespondDestination(
        @Setting(title = "Respond", help = "The answer.") Respond respond) implements Destination {}
