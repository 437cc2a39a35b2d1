package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator wants to know of.
 *
 * @param id rises from event to event, also over a restart
 * @param object what it is about
 * @param message a sentence
 * @param reason why it came about, as the end of a sentence; null where the kind says all
 */
public record Event(
        long id,

        @JsonSerialize(using = ToStringSerializer.class) Instant time,

        Kind kind,
        Severity severity,
        EventObject object,
        String message,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {
    /** The full name of what it is about, such as an upstream and its target. */
    @JsonProperty("subject")
    public String subject() {
        return object.name();
    }

    /** How much an event matters. */
    public enum Severity {
        INFORMATION,
        WARNING,
        PROBLEM;

        /** How the Admin API says it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kinds of events. */
    public enum Kind {
        REVISION_APPLIED(Severity.INFORMATION),
        TARGET_UP(Severity.INFORMATION),
        TARGET_DOWN(Severity.PROBLEM),
        TARGET_FORCED(Severity.WARNING),
        TARGET_RELEASED(Severity.INFORMATION),
        CERTIFICATE_EXPIRES(Severity.WARNING),
        CERTIFICATE_RENEWED(Severity.INFORMATION),
        CIRCUIT_OPENED(Severity.PROBLEM),
        CIRCUIT_CLOSED(Severity.INFORMATION),
        TARGETS_DISCOVERED(Severity.INFORMATION),
        DISCOVERY_FAILED(Severity.WARNING),
        DISCOVERY_RECOVERED(Severity.INFORMATION),
        LISTENER_FULL(Severity.PROBLEM),
        LISTENER_OPEN(Severity.INFORMATION),
        CONNECTIONS_CUT(Severity.WARNING),
        INJECTION_STARTED(Severity.WARNING),
        INJECTION_ENDED(Severity.INFORMATION),
        MEMORY_SHORT(Severity.PROBLEM),
        MEMORY_EASED(Severity.INFORMATION),
        CALLS_DROPPED(Severity.WARNING),
        CALL_STORE_FAILED(Severity.PROBLEM);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How much such an event matters, as a rule. */
        Severity severity() {
            return severity;
        }

        /** How the Admin API says it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
