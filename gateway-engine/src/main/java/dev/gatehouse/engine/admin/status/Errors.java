package dev.gatehouse.engine.admin.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.control.Failure;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.telemetry.TargetState;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last failed change, told of the node as a whole and of each object that it names. */
record Errors(@Nullable Failure failure) {
    JsonNode ofNode() {
        if (failure == null) {
            return NullNode.instance;
        }
        ObjectNode error = error(failure, failure.message());
        ArrayNode violations = error.putArray("violations");
        for (Violation violation : failure.violations()) {
            violations
                    .addObject()
                    .put("pointer", violation.pointer())
                    .put("message", violation.message())
                    .put("hint", violation.hint());
        }
        return error;
    }

    JsonNode of(String collection, String name) {
        if (failure == null) {
            return NullNode.instance;
        }
        String pointer = "/" + collection + "/" + name; // a name has nothing that a pointer escapes
        List<Violation> own = failure.violations().stream()
                .filter(v -> v.pointer().equals(pointer) || v.pointer().startsWith(pointer + "/"))
                .toList();
        return own.isEmpty()
                ? NullNode.instance
                : error(failure, own.stream().map(Violation::message).collect(Collectors.joining("; ")));
    }

    static JsonNode ofTarget(TargetState target) {
        TargetState.LastError last = target.lastError();
        return last == null
                ? NullNode.instance
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("time", last.time().toString())
                        .put("message", last.message())
                        .put("fault", last.fault());
    }

    private static ObjectNode error(Failure failure, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", failure.time().toString())
                .put("message", message);
    }
}
