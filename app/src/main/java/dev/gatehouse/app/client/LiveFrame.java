package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One second of a gateway's traffic, as {@code GET /live} sends it. Fields that this console does not know are passed
 * over, lists that an older gateway does not send are empty.
 *
 * @param t the end of the second
 * @param revision the active revision
 * @param dropped calls since the gateway's start that were counted but not kept
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiveFrame(
        Instant t,
        int revision,
        Numbers total,
        List<Numbers> routes,
        List<Numbers> upstreams,
        long dropped,
        Waiting waiting) {
    /** Fills in what was not sent. */
    public LiveFrame(
            Instant t,
            int revision,
            @Nullable Numbers total,
            @Nullable List<Numbers> routes,
            @Nullable List<Numbers> upstreams,
            long dropped,
            @Nullable Waiting waiting) {
        this.t = t;
        this.revision = revision;
        this.total = total == null ? Numbers.none() : total;
        this.routes = routes == null ? List.of() : List.copyOf(routes);
        this.upstreams = upstreams == null ? List.of() : List.copyOf(upstreams);
        this.dropped = dropped;
        this.waiting = waiting == null ? new Waiting(0) : waiting;
    }

    /**
     * The traffic of one thing in this second.
     *
     * @param name of the route or upstream; empty for the total
     * @param p50 milliseconds, null if no request ended; likewise p95 and p99
     * @param targets of an upstream, else empty
     * @param pool the use of an upstream's connections; null if it was not sent
     * @param retries the use of its retry budget; null if it has none
     * @param circuit its circuit breaker; null if it has none
     * @param discovery how it finds targets; null if it looks for none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Numbers(
            String name,
            long requests,
            long errors,
            ByClass byClass,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99,
            List<Target> targets,
            @Nullable Pool pool,
            @Nullable Retries retries,
            @Nullable Circuit circuit,
            @Nullable Discovery discovery) {
        /** Fills in what was not sent. */
        public Numbers(
                @Nullable String name,
                long requests,
                long errors,
                @Nullable ByClass byClass,
                long inFlight,
                @Nullable Double p50,
                @Nullable Double p95,
                @Nullable Double p99,
                @Nullable List<Target> targets,
                @Nullable Pool pool,
                @Nullable Retries retries,
                @Nullable Circuit circuit,
                @Nullable Discovery discovery) {
            this.name = name == null ? "" : name;
            this.requests = requests;
            this.errors = errors;
            this.byClass = byClass == null ? new ByClass(0, 0, 0, 0, 0) : byClass;
            this.inFlight = inFlight;
            this.p50 = p50;
            this.p95 = p95;
            this.p99 = p99;
            this.targets = targets == null ? List.of() : List.copyOf(targets);
            this.pool = pool;
            this.retries = retries;
            this.circuit = circuit;
            this.discovery = discovery;
        }

        /** Without what only upstreams have. */
        public Numbers(
                @Nullable String name,
                long requests,
                long errors,
                @Nullable ByClass byClass,
                long inFlight,
                @Nullable Double p50,
                @Nullable Double p95,
                @Nullable Double p99,
                @Nullable List<Target> targets) {
            this(name, requests, errors, byClass, inFlight, p50, p95, p99, targets, null, null, null, null);
        }

        static Numbers none() {
            return new Numbers(null, 0, 0, null, 0, null, null, null, null);
        }
    }

    /** Requests by class of status; other are those without a status, or 1xx. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ByClass(
            @JsonProperty("2xx") long success,
            @JsonProperty("3xx") long redirect,
            @JsonProperty("4xx") long client,
            @JsonProperty("5xx") long server,
            @JsonProperty("other") long other) {}

    /**
     * A server of an upstream.
     *
     * @param health {@code up}, {@code down} or {@code unknown}
     * @param reason why it takes no requests; null if it does, or if its upstream does not watch over health
     * @param drained whether it takes no new requests
     * @param found whether discovery has found it, rather than the configuration named it
     * @param forced what somebody has said of it, whatever its health is; null for nothing
     * @param requests that ended there in this second; latencies in milliseconds, null if none did
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Target(
            String address,
            String health,
            @Nullable String reason,
            int weight,
            boolean drained,
            boolean found,
            @Nullable Forced forced,
            long requests,
            long errors,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {
        /** One without traffic. */
        public Target(String address, String health) {
            this(address, health, null, 1, false, false, null, 0, 0, 0, null, null, null);
        }
    }

    /**
     * That somebody has said whether a target takes requests.
     *
     * @param state {@code up}, {@code down} or {@code drain}
     * @param until when it ends by itself; null if it holds until it is released
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Forced(
            String state,
            String author,
            @Nullable Instant since,
            @Nullable Instant until) {
        /** Whether the target takes no requests because of it. */
        public boolean isOut() {
            return !state.equals("up");
        }
    }

    /**
     * How much of an upstream's connections is used, and how many requests wait for one.
     *
     * @param adaptive whether the limit follows how long answers take
     * @param refused requests since the start that could not wait or waited too long
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Pool(long connections, long limit, long waiting, long pendingLimit, boolean adaptive, long refused) {}

    /** How many retries of the last ten seconds the budget allows, and how often it allowed none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Retries(long used, long limit, long total, long refused) {}

    /**
     * A circuit breaker.
     *
     * @param state {@code closed}, {@code open} or {@code half-open}
     * @param reason why it is not closed; null if it is
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Circuit(
            String state,
            long attempts,
            long failed,
            long slow,
            @Nullable String reason) {
        /** Whether requests pass. */
        public boolean isClosed() {
            return state.equals("closed");
        }
    }

    /** What waits for a decision. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Waiting(int subscriptions) {}
}
