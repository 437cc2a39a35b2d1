package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a gateway.
 *
 * @param id rises from event to event
 * @param kind in the gateway's words, such as {@code target-down}; other versions may have more than this one knows
 * @param severity {@code information}, {@code warning} or {@code problem}
 * @param object what it is about
 * @param message the gateway's sentence
 * @param reason why, as the end of a sentence; empty if nothing was said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GatewayEvent(
        long id, Instant time, String kind, String severity, About object, String message, String reason) {
    /**
     * What an event is about.
     *
     * @param kind {@code upstream}, {@code target} and the like; empty if a gateway of an earlier version did not say
     * @param name the full name; of a target, its upstream's and its address with a blank between
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record About(String kind, String name) {
        /** Fills in what was not sent. */
        public About(@Nullable String kind, @Nullable String name) {
            this.kind = kind == null ? "" : kind;
            this.name = name == null ? "" : name;
        }
    }

    /** Fills in what was not sent. */
    public GatewayEvent(
            long id,
            @Nullable Instant time,
            @Nullable String kind,
            @Nullable String severity,
            @Nullable About object,
            @Nullable String message,
            @Nullable String reason) {
        this.id = id;
        this.time = time == null ? Instant.EPOCH : time;
        this.kind = kind == null ? "" : kind;
        this.severity = severity == null ? "information" : severity;
        this.object = object == null ? new About("", "") : object;
        this.message = message == null ? "" : message;
        this.reason = reason == null ? "" : reason;
    }

    /** As JSON, as the gateway sends it. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("time", time.toString())
                .put("kind", kind)
                .put("severity", severity);
        json.putObject("object").put("kind", object.kind()).put("name", object.name());
        json.put("message", message);
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json.toPrettyString();
    }
}
