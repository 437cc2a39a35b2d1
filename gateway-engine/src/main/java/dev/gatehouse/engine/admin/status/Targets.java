package dev.gatehouse.engine.admin.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.telemetry.TargetState;
import java.util.Locale;

/** Writes what is known of a target. */
final class Targets {
    private Targets() {}

    static void write(ObjectNode node, TargetState target) {
        node.put("address", target.address())
                .put("health", target.health().name().toLowerCase(Locale.ROOT));
        if (target.reason() != null) {
            node.put("reason", target.reason());
        }
        if (target.until() != null) {
            node.put("until", target.until().toString());
        }
        node.put("weight", target.weight())
                .put("drained", target.drained())
                .put("inFlight", target.inFlight())
                .set("lastError", Errors.ofTarget(target));
    }
}
