package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target, from its configuration and from the calls to it.
 *
 * @param address the target's address as configured
 * @param weight its configured share of the requests
 * @param drained whether it takes no new requests, which weight 0 means
 * @param found whether discovery has found it; else it is configured
 * @param inFlight requests at it now
 * @param reason why it takes no requests, as far as its upstream watches over its health; null if it does
 * @param until when its ejection ends; null if it is not ejected
 * @param forced what an operator has said of it, whatever its health is; null for nothing
 * @param lastError why the last call could not connect to it, until one can; null if it could
 */
public record TargetState(
        String address,
        Health health,
        int weight,
        boolean drained,
        boolean found,
        int inFlight,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable ForcedTarget forced,
        @Nullable LastError lastError) {
    /** Why a call could not connect, and when. */
    public record LastError(Instant time, String fault, String message) {}

    /** A target's health as far as calls have shown it. */
    public enum Health {
        /** No call has reached it or failed to. */
        @JsonProperty("unknown")
        UNKNOWN,
        /** The last call reached it. */
        @JsonProperty("up")
        UP,
        /** The last calls could not connect. */
        @JsonProperty("down")
        DOWN
    }
}
