package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Patch;
import dev.gatehouse.engine.spec.PatchFailed;
import dev.gatehouse.engine.spec.Positions;
import dev.gatehouse.engine.spec.Violation;
import java.util.List;

/** Works changes into the active document. */
final class Edits {
    private Edits() {}

    /** The document after a change; the active one stays as it is. */
    static Parsed apply(ObjectNode active, Target target, Change change) throws Refused {
        String collection = target.collection();
        String name = target.name();
        if (collection == null || name == null) {
            return change instanceof Change.Replace replace
                    ? replace.document()
                    : new Parsed(patched(active, change), Positions.NONE, List.of());
        }
        ObjectNode document = active.deepCopy();
        ObjectNode objects = document.withObjectProperty(collection);
        switch (change) {
            case Change.Remove remove -> objects.remove(name);
            case Change.Replace replace -> {
                Parsed object = replace.document();
                if (object.tree() == null || !object.violations().isEmpty()) {
                    throw new Refused.Invalid(within(collection, name, object.violations()));
                }
                objects.set(name, object.tree());
            }
            default -> objects.set(name, patched(objects.path(name), change));
        }
        if (objects.isEmpty()) {
            document.remove(collection);
        }
        return new Parsed(document, Positions.NONE, List.of());
    }

    private static JsonNode patched(JsonNode tree, Change change) throws Refused {
        try {
            return switch (change) {
                case Change.Merge merge -> Patch.merge(tree, merge.patch());
                case Change.Operations operations -> Patch.apply(tree, operations.patch());
                case Change.Replace replace -> tree;
                case Change.Remove remove -> JsonNodeFactory.instance.objectNode();
            };
        } catch (PatchFailed e) {
            throw new Refused.Unfit(String.valueOf(e.getMessage()));
        }
    }

    private static List<Violation> within(String collection, String name, List<Violation> violations) {
        String prefix = pointer(collection, name);
        return violations.stream()
                .map(v -> new Violation(prefix + v.pointer(), v.message(), v.hint(), v.line(), v.column()))
                .toList();
    }

    private static String pointer(String collection, String name) {
        return "/" + collection + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The same refusal with the lines and columns of the object that was written. */
    static Refused.Invalid placed(Refused.Invalid invalid, ConfigWrite write) {
        String collection = write.target().collection();
        String name = write.target().name();
        if (collection == null || name == null || !(write.change() instanceof Change.Replace replace)) {
            return invalid;
        }
        String prefix = pointer(collection, name);
        return new Refused.Invalid(invalid.violations().stream()
                .map(v -> v.pointer().equals(prefix) || v.pointer().startsWith(prefix + "/")
                        ? place(replace.document(), prefix, v)
                        : v)
                .toList());
    }

    private static Violation place(Parsed object, String prefix, Violation violation) {
        Positions.Position at = violation.line() == null
                ? object.positions().of(violation.pointer().substring(prefix.length()))
                : null;
        return at == null
                ? violation
                : new Violation(violation.pointer(), violation.message(), violation.hint(), at.line(), at.column());
    }

    /** How the change was written; a patch is always JSON. */
    static Format format(Change change) {
        return change instanceof Change.Replace replace ? replace.format() : Format.JSON;
    }
}
