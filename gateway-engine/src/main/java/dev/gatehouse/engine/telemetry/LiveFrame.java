package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One second of the gateway's traffic; Jackson writes it in the shape of the Admin API. Requests are those that ended in
 * this second, latencies are milliseconds and null when none ended.
 *
 * @param t the end of the second
 * @param revision the active revision, 0 before the first
 * @param routes the routes with the most requests in this second, at most {@value #TOP_ROUTES}
 * @param upstreams the upstreams with the most requests, at most {@value #TOP_UPSTREAMS}; idle ones too while there is
 *     room
 * @param dropped how many calls since the start were counted but not kept, because they came too fast to record
 */
public record LiveFrame(
        @JsonSerialize(using = ToStringSerializer.class) Instant t,

        int revision,
        Total total,
        List<Named> routes,
        List<Named> upstreams,
        long dropped,
        Waiting waiting) {
    /** The most routes of a frame. */
    public static final int TOP_ROUTES = 20;

    /** The most upstreams of a frame. */
    public static final int TOP_UPSTREAMS = 50;

    /** The most targets of all upstreams of a frame together; {@code /status} has all. */
    public static final int MOST_TARGETS = 200;

    /** Copies the lists. */
    public LiveFrame {
        routes = List.copyOf(routes);
        upstreams = List.copyOf(upstreams);
    }

    /** Everything together. */
    public record Total(
            long requests,
            long errors,
            ByClass byClass,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /**
     * One route or upstream.
     *
     * @param targets the servers of an upstream, as far as the frame has room; null for a route
     * @param pool the use of an upstream's pool at the end of the second; null for a route
     * @param retries the use of its retry budget; null if it has none
     * @param circuit its circuit breaker; null if it has none
     * @param discovery how it finds targets; null if it does not look for any
     */
    public record Named(
            String name,
            long requests,
            long errors,
            ByClass byClass,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Target> targets,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PoolUse pool,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RetryUse retries,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Circuit circuit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Discovery discovery) {}

    /**
     * How the discovery of an upstream's targets goes at the end of the second.
     *
     * @param found how many targets it has found
     * @param problem why the last look brought nothing; null if it did
     */
    public record Discovery(
            String source,
            int found,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String problem) {
        static @Nullable Discovery of(@Nullable DiscoveryUse use) {
            return use == null ? null : new Discovery(use.source(), use.found(), use.problem());
        }
    }

    /**
     * The circuit breaker of an upstream at the end of the second.
     *
     * @param state {@code closed}, {@code open} or {@code half-open}
     * @param attempts attempts in its window, while it is closed
     * @param reason why it is not closed; null if it is
     */
    public record Circuit(
            String state,
            long attempts,
            long failed,
            long slow,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {
        static @Nullable Circuit of(@Nullable CircuitUse use) {
            return use == null
                    ? null
                    : new Circuit(use.state().word(), use.attempts(), use.failed(), use.slow(), use.reason());
        }
    }

    /**
     * One server of an upstream. Its latencies begin with the connection, without the wait for one.
     *
     * @param reason why it takes no requests, where its upstream watches over its health; null if it does
     * @param drained whether it takes no new requests
     * @param found whether discovery has found it; left out of one that is configured
     * @param forced what an operator has said of it; null for nothing
     * @param requests requests whose last attempt went there and that ended in this second
     */
    public record Target(
            String address,
            TargetState.Health health,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            int weight,
            boolean drained,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean found,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ForcedTarget forced,

            long requests,
            long errors,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /**
     * Requests by class of status. The class of a call that ended in a fault is the fault's: a 200 that was cut off
     * counts as 5xx. Other: 101, and calls that ended without any status.
     */
    public record ByClass(
            @JsonProperty("2xx") long success,
            @JsonProperty("3xx") long redirect,
            @JsonProperty("4xx") long client,
            @JsonProperty("5xx") long server,
            @JsonProperty("other") long other) {}

    /** What waits for somebody's decision. */
    public record Waiting(int subscriptions) {}
}
