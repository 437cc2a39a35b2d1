package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded call. Fields that this console does not know are passed over, texts that an older gateway does not send are
 * empty.
 *
 * @param query the names in its query, each with {@code *} in the place of its value
 * @param status what the client got, 0 if nothing
 * @param fault why the gateway itself ended it; null where it did not
 * @param durationMs from the request's first byte to the end
 * @param timeline what happened when, in order
 * @param steps the policies that were entered, in order
 * @param misses for a request that no route took, the nearest routes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Call(
        String id,
        Instant time,
        String method,
        String scheme,
        String host,
        String path,
        String query,
        int status,
        @Nullable String fault,
        @Nullable String faultDetail,
        @Nullable String route,
        @Nullable String application,
        @Nullable String tenant,
        @Nullable String upstream,
        @Nullable String target,
        int attempts,
        double durationMs,
        List<Mark> timeline,
        List<Step> steps,
        List<Miss> misses,
        int revision,
        String listener,
        String protocol,
        String clientAddress,
        long requestBytes,
        long responseBytes,
        String requestId) {
    /** Fills in what was not sent. */
    public Call(
            @Nullable String id,
            @Nullable Instant time,
            @Nullable String method,
            @Nullable String scheme,
            @Nullable String host,
            @Nullable String path,
            @Nullable String query,
            int status,
            @Nullable String fault,
            @Nullable String faultDetail,
            @Nullable String route,
            @Nullable String application,
            @Nullable String tenant,
            @Nullable String upstream,
            @Nullable String target,
            int attempts,
            double durationMs,
            @Nullable List<Mark> timeline,
            @Nullable List<Step> steps,
            @Nullable List<Miss> misses,
            int revision,
            @Nullable String listener,
            @Nullable String protocol,
            @Nullable String clientAddress,
            long requestBytes,
            long responseBytes,
            @Nullable String requestId) {
        this.id = text(id);
        this.time = time == null ? Instant.EPOCH : time;
        this.method = text(method);
        this.scheme = text(scheme);
        this.host = text(host);
        this.path = text(path);
        this.query = text(query);
        this.status = status;
        this.fault = fault;
        this.faultDetail = faultDetail;
        this.route = route;
        this.application = application;
        this.tenant = tenant;
        this.upstream = upstream;
        this.target = target;
        this.attempts = attempts;
        this.durationMs = durationMs;
        this.timeline = timeline == null ? List.of() : List.copyOf(timeline);
        this.steps = steps == null ? List.of() : List.copyOf(steps);
        this.misses = misses == null ? List.of() : List.copyOf(misses);
        this.revision = revision;
        this.listener = text(listener);
        this.protocol = text(protocol);
        this.clientAddress = text(clientAddress);
        this.requestBytes = requestBytes;
        this.responseBytes = responseBytes;
        this.requestId = text(requestId);
    }

    /** Something that happened, so many milliseconds after the call's time. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Mark(double at, String event) {}

    /** A policy that was entered: what it decided, what it saw and what it would have taken, if it says so. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            String policy,
            String verdict,
            @Nullable String saw,
            @Nullable String wanted,
            double micros) {}

    /** A route that nearly took it: the condition that failed, what that saw and what it wanted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Miss(String route, String failed, String saw, String wanted) {
        /** Fills in what was not sent. */
        public Miss(@Nullable String route, @Nullable String failed, @Nullable String saw, @Nullable String wanted) {
            this.route = text(route);
            this.failed = text(failed);
            this.saw = text(saw);
            this.wanted = text(wanted);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
