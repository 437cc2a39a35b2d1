package dev.gatehouse.engine.admin.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Fields;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.injection.Injection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what is to be injected; what cannot be read is refused with its field. */
final class WantedTerms {
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LEAST_STATUS = 400;
    private static final int GREATEST_STATUS = 599;

    private WantedTerms() {}

    static Injection.Terms read(ObjectNode body) {
        Fields.only(body, "an injection", "route", "delay", "abort", "share", "for");
        JsonNode route = body.path("route");
        if (!route.isTextual() || route.asText().isBlank()) {
            throw Fields.wrong("route", route, "a route's full name");
        }
        Duration delay = Fields.duration(body, "delay", SHORTEST_DELAY, LONGEST_DELAY);
        Integer abort = abort(body.path("abort"));
        if (delay == null && abort == null) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "An injection needs a delay such as 200ms, the status of an abort such as 503, or both.");
        }
        Duration length = Fields.duration(body, "for", SHORTEST, LONGEST);
        return new Injection.Terms(
                route.asText(), delay, abort, percent(body.path("share")), length == null ? USUAL : length);
    }

    private static @Nullable Integer abort(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isInt() && value.asInt() >= LEAST_STATUS && value.asInt() <= GREATEST_STATUS) {
            return value.asInt();
        }
        throw Fields.wrong("abort", value, "a status from 400 to 599");
    }

    private static int percent(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 100;
        }
        if (value.asText().matches("(100|[1-9][0-9]?)%")) {
            return Integer.parseInt(value.asText().replace("%", ""));
        }
        throw Fields.wrong("share", value, "a share from 1% to 100%, written as 20%");
    }
}
