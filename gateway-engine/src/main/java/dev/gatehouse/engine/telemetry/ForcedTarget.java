package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That an operator has said whether a target takes requests, whatever is known of its health.
 *
 * @param author who said it
 * @param until when it ends by itself; null if it holds until it is released
 */
public record ForcedTarget(
        State state,
        String author,
        @JsonSerialize(using = ToStringSerializer.class) Instant since,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSerialize(using = ToStringSerializer.class) @Nullable
        Instant until) {
    /** What a target can be forced to. */
    public enum State {
        /** Takes requests, though probes or failures say otherwise. */
        UP,
        /** Takes no requests, and idle connections to it are closed. */
        DOWN,
        /** Takes no new requests; those at it finish, and connections stay. */
        DRAIN;

        /** How the Admin API says it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the target takes no requests because of it. */
    public boolean isOut() {
        return state != State.UP;
    }
}
