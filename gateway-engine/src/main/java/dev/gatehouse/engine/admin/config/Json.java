package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.control.Applied;
import dev.gatehouse.engine.control.Revision;
import dev.gatehouse.engine.spec.Change;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what control says as JSON, in the shapes of {@link Shapes}. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ArrayNode violations(List<Violation> violations) {
        ArrayNode array = NODES.arrayNode();
        for (Violation violation : violations) {
            ObjectNode node = array.addObject();
            node.put("pointer", violation.pointer());
            node.put("message", violation.message());
            node.put("hint", violation.hint());
            if (violation.line() != null) {
                node.put("line", violation.line());
            }
            if (violation.column() != null) {
                node.put("column", violation.column());
            }
        }
        return array;
    }

    static ArrayNode warnings(List<Warning> warnings) {
        ArrayNode array = NODES.arrayNode();
        warnings.forEach(
                warning -> array.addObject().put("pointer", warning.pointer()).put("message", warning.message()));
        return array;
    }

    static ObjectNode applied(Applied applied) {
        ObjectNode node = NODES.objectNode().put("revision", applied.revision());
        node.set("warnings", warnings(applied.warnings()));
        return node;
    }

    static ArrayNode changes(List<Change> changes) {
        ArrayNode array = NODES.arrayNode();
        for (Change change : changes) {
            ObjectNode node = array.addObject();
            node.put("op", change.op().name().toLowerCase(Locale.ROOT));
            node.put("kind", change.kind());
            node.put("name", change.name());
            node.put("pointer", change.pointer());
            node.set("before", orNull(change.before()));
            node.set("after", orNull(change.after()));
        }
        return array;
    }

    static ObjectNode revision(Revision revision) {
        ObjectNode node = NODES.objectNode();
        node.put("revision", revision.number());
        node.put("parent", revision.parent());
        node.put("hash", revision.hash());
        node.put("format", revision.format());
        node.put("author", revision.author());
        node.put("message", revision.message());
        node.put("time", revision.time().toString());
        node.put("state", revision.state().name().toLowerCase(Locale.ROOT));
        node.put(
                "confirmBy",
                revision.confirmBy() == null ? null : revision.confirmBy().toString());
        return node;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.instance : node;
    }
}
