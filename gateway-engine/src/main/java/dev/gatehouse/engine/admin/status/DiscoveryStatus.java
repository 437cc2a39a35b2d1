package dev.gatehouse.engine.admin.status;

import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;
import static dev.gatehouse.engine.admin.endpoint.Shape.time;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.telemetry.DiscoveryUse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes how the discovery of an upstream's targets goes. */
final class DiscoveryStatus {
    static final Shape SHAPE = object("DiscoveryStatus")
            .with("source", text().about("What is asked: dns, srv or file, and its name."))
            .with("found", integer().about("Targets of the last good answer."))
            .with("lastSuccess", time().orNull())
            .with("lastAttempt", time().orNull())
            .with("next", time().orNull().about("When it is asked again."))
            .may("problem", text().about("Why the last look brought nothing; what was found before stays."));

    private DiscoveryStatus() {}

    static void write(ObjectNode node, DiscoveryUse discovery) {
        node.put("source", discovery.source())
                .put("found", discovery.found())
                .put("lastSuccess", written(discovery.lastSuccess()))
                .put("lastAttempt", written(discovery.lastAttempt()))
                .put("next", written(discovery.next()));
        if (discovery.problem() != null) {
            node.put("problem", discovery.problem());
        }
    }

    private static @Nullable String written(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
