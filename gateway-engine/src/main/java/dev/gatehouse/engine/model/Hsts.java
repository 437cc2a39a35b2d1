package dev.gatehouse.engine.model;

import java.time.Duration;

/** What browsers are told of how to come back (RFC 6797). */
@Declaration(
        title = "Strict transport security",
        help = "Tells browsers to come by https only. They remember it for the whole time: begin with a short one.",
        example = "{maxAge: 30d, includeSubdomains: true}")
public record Hsts(
        @Setting(
                title = "Max age",
                help = "How long browsers remember it; 0s makes them forget.",
                byDefault = "365d",
                min = "0s",
                max = "3650d")
        Duration maxAge,

        @Setting(
                title = "Include subdomains",
                help = "Whether it holds for every name below the host too.",
                byDefault = "false")
        boolean includeSubdomains,

        @Setting(
                title = "Preload",
                help = "Whether browsers' makers may build the host in; it is hard to take back.",
                byDefault = "false",
                advanced = true)
        boolean preload) {
    /** The header's value. */
    public String header() {
        return "max-age=" + maxAge.toSeconds() + (includeSubdomains ? "; includeSubDomains" : "")
                + (preload ? "; preload" : "");
    }
}
