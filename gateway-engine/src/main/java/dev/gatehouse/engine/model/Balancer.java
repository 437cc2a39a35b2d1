package dev.gatehouse.engine.model;

/** How an upstream chooses a request's target. */
@Declaration(title = "Balancer", help = "How a request's target is chosen.", example = "{type: least-requests}")
public record Balancer(
        @Setting(
                title = "Type",
                help = "Round-robin goes through the targets by weight; least-requests takes the one with the fewest"
                        + " requests in flight for its weight.",
                byDefault = "round-robin")
        Type type) {
    /** The ways to choose. */
    public enum Type {
        ROUND_ROBIN,
        LEAST_REQUESTS
    }
}
