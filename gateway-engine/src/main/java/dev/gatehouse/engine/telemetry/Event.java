package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/**
 * Something that an operator wants to know of.
 *
 * @param id rises from event to event, also over a restart
 * @param subject the full name of what it is about, such as an upstream and its target
 * @param message a sentence
 */
public record Event(
        long id,

        @JsonSerialize(using = ToStringSerializer.class) Instant time,

        Kind kind,
        String subject,
        String message) {
    /** The kinds of events. */
    public enum Kind {
        @JsonProperty("revision-applied")
        REVISION_APPLIED,
        @JsonProperty("target-up")
        TARGET_UP,
        @JsonProperty("target-down")
        TARGET_DOWN,
        @JsonProperty("certificate-expires")
        CERTIFICATE_EXPIRES,
        @JsonProperty("circuit-opened")
        CIRCUIT_OPENED,
        @JsonProperty("circuit-closed")
        CIRCUIT_CLOSED,
        @JsonProperty("listener-full")
        LISTENER_FULL,
        @JsonProperty("listener-open")
        LISTENER_OPEN,
        @JsonProperty("connections-cut")
        CONNECTIONS_CUT,
        @JsonProperty("memory-short")
        MEMORY_SHORT,
        @JsonProperty("memory-eased")
        MEMORY_EASED,
        @JsonProperty("calls-dropped")
        CALLS_DROPPED,
        @JsonProperty("call-store-failed")
        CALL_STORE_FAILED
    }
}
