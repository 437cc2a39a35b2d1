package dev.gatehouse.engine.model;

import java.time.Duration;

/** How long the steps of a call to an upstream may take. */
@Declaration(title = "Timeouts", help = "How long each step of a call may take.")
public record Timeouts(
        @Setting(
                title = "Connect",
                help = "Time to open a connection to a target; a TLS handshake has as long again.",
                byDefault = "2s",
                min = "1ms",
                max = "5m")
        Duration connect,

        @Setting(
                title = "Response",
                help = "Time from the end of the request to the head of the response; later is answered 504.",
                byDefault = "15s",
                min = "1ms",
                max = "1h")
        Duration response,

        @Setting(
                title = "Idle",
                help = "Longest silence within a body, and how long an unused connection is kept.",
                byDefault = "60s",
                min = "10ms",
                max = "1h")
        Duration idle) {}
