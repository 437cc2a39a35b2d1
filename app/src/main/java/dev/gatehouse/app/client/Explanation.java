package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a request.
 *
 * @param route that would take it; null for none
 * @param misses if none does, the nearest ones
 * @param forward where it would go: {@code upstream} or {@code split} with the {@code path} sent, {@code respond}, or
 *     {@code redirect}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Explanation(@Nullable String route, List<Call.Miss> misses, JsonNode forward, Outcome outcome) {
    /** Fills in what was not sent. */
    public Explanation(
            @Nullable String route,
            @Nullable List<Call.Miss> misses,
            @Nullable JsonNode forward,
            @Nullable Outcome outcome) {
        this.route = route;
        this.misses = misses == null ? List.of() : List.copyOf(misses);
        this.forward = forward == null ? MissingNode.getInstance() : forward;
        this.outcome = outcome == null ? new Outcome(null, null, null) : outcome;
    }

    /**
     * What the client would get.
     *
     * @param status null where only the upstream can tell
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outcome(
            @Nullable Integer status,
            @Nullable String fault,
            @Nullable String detail) {}
}
