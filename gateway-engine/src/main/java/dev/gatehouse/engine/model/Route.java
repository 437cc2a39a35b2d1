package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A match, a chain of policies and one destination. */
@Declaration(
        title = "Route",
        help = "Takes the requests that match and leads them through its policies to one destination.",
        example = "{match: {path: /shop/**}, forward: {upstream: catalog}}")
public record Route(
        @Inline About about,

        @Setting(title = "Match", help = "Which requests the route takes.")
        Match match,

        @Setting(
                title = "Priority",
                help = "Among routes whose host and path match alike, the higher goes first.",
                byDefault = "0",
                min = "-1000000",
                max = "1000000",
                advanced = true)
        int priority,

        @Setting(
                title = "Deadline",
                help = "Longest time of a request as a whole, from its head to the end of its response, with waiting"
                        + " and all attempts; later is answered 504, or cut off. Without it, each step has its"
                        + " timeout only.",
                min = "1ms",
                max = "1h")
        @Nullable
        Duration deadline,

        @Setting(
                title = "Importance",
                help = "Which requests are refused first when there are too many for an upstream or for the gateway's"
                        + " memory: sheddable ones first, critical ones last.",
                byDefault = "normal")
        Importance importance,

        @Setting(title = "Policies", help = "The steps that a request goes through, in order within their phase.")
        List<Step> policies,

        @Setting(title = "Forward", help = "Where the route ends: exactly one destination.")
        Destination forward) {
    public Route {
        policies = List.copyOf(policies);
    }
}
