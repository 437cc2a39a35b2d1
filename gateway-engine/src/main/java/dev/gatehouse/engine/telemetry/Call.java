package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.gatehouse.engine.telemetry.filter.CallFacts;
import dev.gatehouse.engine.telemetry.filter.CallField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proxied request as recorded, with its decision record; Jackson writes it in the shape of the Admin API. Header
 * values are never in it, and of the query only the names: values may be secrets.
 *
 * @param id the text of a {@link dev.gatehouse.engine.exchange.CallId}
 * @param time when the request's first byte was read
 * @param scheme how the client connected, {@code http} or {@code https}; empty if its request could not be read
 * @param path the path in its safe form; cut at {@value #MAX_PATH} characters
 * @param query the names in the query, each with {@code =*} in the place of its value; empty if there is no query
 * @param status the status sent to the client; 0 if none was sent
 * @param fault the code of the fault, if the gateway ended the request
 * @param faultDetail a sentence about this case of the fault
 * @param route the full name of the route, if one matched
 * @param application who called; null as long as nobody is identified
 * @param tenant the tenant of the application
 * @param upstream the full name of the upstream, if one was chosen
 * @param target the address of the last attempt's target
 * @param attempts the number of attempts at a target
 * @param durationMs from the request's first byte to the end of the exchange, in milliseconds
 * @param timeline what happened when, in order
 * @param steps the policies that were entered, in order
 * @param misses for a request that no route took: the nearest routes
 * @param retried the attempts that failed and were followed by another, in order
 * @param revision the revision that decided
 * @param listener the listener on which it came in; its address and port are in the configuration of that revision
 * @param protocol as the client spoke it, {@code HTTP/1.1}; empty if its request could not be read
 * @param clientAddress who called: the peer, or whom trusted proxies name
 * @param requestBytes body bytes received from the client
 * @param responseBytes body bytes sent to the client
 * @param requestId the {@code X-Request-Id} that went with the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Call(
        String id,

        @JsonSerialize(using = ToStringSerializer.class) Instant time,

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
        List<Retried> retried,
        int revision,
        String listener,
        String protocol,
        String clientAddress,
        long requestBytes,
        long responseBytes,
        String requestId)
        implements CallFacts {
    /** The most characters of a path or of a query's names that are kept. */
    public static final int MAX_PATH = 2048;

    private static final double MICROS_PER_MILLI = 1e3;

    /** Copies the lists. */
    public Call {
        timeline = List.copyOf(timeline);
        steps = List.copyOf(steps);
        misses = List.copyOf(misses);
        retried = List.copyOf(retried);
    }

    @Override
    public long number(CallField field) {
        return switch (field) {
            case TIME -> ChronoUnit.MICROS.between(Instant.EPOCH, time);
            case STATUS -> status;
            case DURATION -> Math.round(durationMs * MICROS_PER_MILLI);
            case ATTEMPTS -> attempts;
            case REVISION -> revision;
            case REQUEST_BYTES -> requestBytes;
            case RESPONSE_BYTES -> responseBytes;
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    @Override
    public @Nullable String text(CallField field) {
        return switch (field) {
            case METHOD -> method;
            case SCHEME -> scheme;
            case PROTOCOL -> protocol;
            case HOST -> host;
            case PATH -> path;
            case LISTENER -> listener;
            case CLIENT -> clientAddress;
            case ROUTE -> route;
            case UPSTREAM -> upstream;
            case TARGET -> target;
            case FAULT -> fault;
            case ID -> id;
            case REQUEST_ID -> requestId;
            default -> throw new IllegalArgumentException(field + " is no text");
        };
    }

    /**
     * Something that happened on the way.
     *
     * @param at milliseconds after the call's time
     * @param event {@code received}, {@code routed}, {@code connected}, {@code request-sent}, {@code response-head} or
     *     {@code ended}
     */
    public record Mark(double at, String event) {}

    /**
     * A policy that was entered.
     *
     * @param saw what it found, if it says so
     * @param wanted what it would have taken, if it says so
     * @param micros how long it took, in microseconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String policy,
            String verdict,
            @Nullable String saw,
            @Nullable String wanted,
            double micros) {}

    /**
     * An attempt that failed and was followed by another.
     *
     * @param outcome the code of the fault, or the target's status
     * @param at milliseconds after the call's time
     */
    public record Retried(String target, String outcome, double at) {}

    /** A route that nearly matched: the predicate that failed, what it saw and what it wanted. */
    public record Miss(String route, String failed, String saw, String wanted) {}
}
