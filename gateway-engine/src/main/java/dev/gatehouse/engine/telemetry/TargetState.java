package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is known of a target, from its configuration and from the calls to it.
 *
 * @param address the target's address as configured
 * @param weight its configured share of the requests
 * @param drained whether it takes no new requests, which weight 0 means
 * @param inFlight requests at it now
 */
public record TargetState(String address, Health health, int weight, boolean drained, int inFlight) {
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
