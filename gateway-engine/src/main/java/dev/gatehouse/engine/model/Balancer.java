package dev.gatehouse.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an upstream chooses a request's target. */
@Declaration(title = "Balancer", help = "How a request's target is chosen.", example = "{type: least-requests}")
public record Balancer(
        @Setting(
                title = "Type",
                help = "Round-robin goes through the targets by weight; least-requests takes the one with the fewest"
                    + " requests in flight for its weight; random-two the better of two drawn by weight; ewma of two"
                    + " the one that answers sooner, by its latest answers and the requests in flight; hash sends what"
                    + " has the same key to the same target.",
                byDefault = "round-robin")
        Type type,

        @Setting(title = "Hash", help = "The key of the type hash; without it, the client's address.") @Nullable
        HashKey hash,

        @Setting(
                title = "Sticky",
                help = "Keeps a client at its target by a cookie; without it, every request is chosen for anew.")
        @Nullable
        Sticky sticky,

        @Setting(
                title = "Slow start",
                help = "Time in which a target that is new or well again comes to its full share, step by step.",
                byDefault = "0s",
                min = "0s",
                max = "1h")
        Duration slowStart) {
    /** The ways to choose. */
    public enum Type {
        ROUND_ROBIN,
        LEAST_REQUESTS,
        RANDOM_TWO,
        EWMA,
        HASH
    }

    public Balancer {
        if (hash != null && type != Type.HASH) {
            throw new IllegalArgumentException("only the type hash has a key");
        }
        if (type == Type.HASH && !slowStart.isZero()) {
            throw new IllegalArgumentException("the type hash has no slow start: its keys do not move for a time");
        }
    }
}
