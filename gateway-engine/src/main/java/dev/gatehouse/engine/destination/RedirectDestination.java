package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Setting;

/** Sends the client to another place. */
@Declaration(
        type = "redirect",
        title = "Redirect",
        help = "Sends the client to another place.",
        example = "{redirect: {location: \"https://www.example.com/shop/{id}\", status: 308}}")
public record RedirectDestination(
        @Setting(title = "Redirect", help = "Where the client is sent.")
        Redirect redirect) implements Destination {}
