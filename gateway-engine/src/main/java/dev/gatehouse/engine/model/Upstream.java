package dev.gatehouse.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named group of targets that answer the same requests. */
@Declaration(
        title = "Upstream",
        help = "A named group of targets that answer the same requests.",
        example = "{targets: [{address: \"127.0.0.1:9101\"}, {address: \"127.0.0.1:9102\", weight: 3}]}")
public record Upstream(
        @Inline About about,

        @Setting(
                title = "Targets",
                help = "The servers of the group; none are needed where discovery finds them.",
                max = "1000")
        List<Target> targets,

        @Setting(title = "Discovery", help = "Finds targets while the upstream works, beside those that stand here.")
        @Nullable
        Discovery discovery,

        @Setting(
                title = "Protocol",
                help = "What the targets speak: auto asks them over TLS and is HTTP/1.1 without it; http2 without TLS"
                        + " needs prior knowledge. WebSockets go over HTTP/1.1.",
                byDefault = "auto")
        Protocol protocol,

        @Setting(title = "Balancer", help = "How a request's target is chosen.")
        Balancer balancer,

        @Setting(title = "TLS", help = "How the targets are spoken to in TLS; without it, in plain text.") @Nullable
        UpstreamTls tls,

        @Setting(title = "Timeouts", help = "How long each step of a call may take.")
        Timeouts timeouts,

        @Setting(title = "Health", help = "How it is found out which targets may take requests.")
        Health health,

        @Setting(title = "Retry", help = "When a failed request is sent again; without it, never.") @Nullable
        Retry retry,

        @Setting(title = "Circuit breaker", help = "When no requests are sent for a time; without it, never.") @Nullable
        Breaker breaker,

        @Setting(title = "Pool", help = "How many connections are used, and how many requests may wait for one.")
        Pool pool) {
    public Upstream {
        targets = List.copyOf(targets);
        if (targets.isEmpty() && discovery == null) {
            throw new IllegalArgumentException("it needs 'targets', or a 'discovery' that finds them");
        }
    }

    /** What the targets speak. */
    public enum Protocol {
        AUTO,
        HTTP1,
        HTTP2
    }
}
