package dev.gatehouse.engine.model;

import java.time.Duration;

/** Clients that stay at one target. */
@Declaration(
        title = "Sticky",
        help = "Keeps a client at its target by a cookie.",
        example = "{cookie: gatehouse-target}")
public record Sticky(
        @Setting(
                title = "Cookie",
                help = "The name of the cookie that the gateway sets; it does not tell the target's address.",
                byDefault = "gatehouse-target",
                format = Setting.Format.HEADER_NAME)
        String cookie,

        @Setting(
                title = "For",
                help = "How long the client keeps the cookie; 0s as long as its session lasts.",
                byDefault = "0s",
                min = "0s",
                max = "8760h")
        Duration maxAge) {}
