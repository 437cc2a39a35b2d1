package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.Setting;
import dev.gatehouse.engine.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the binder over one tree. A value that is wrong becomes null, with its problem taken down, and the run goes on. */
final class Binding {
    private final Catalogue catalogue;
    private final Problems problems;
    private final References references;
    private final Scalars scalars;

    private final Map<ObjectShape, Map<String, Field>> fieldsByShape = new HashMap<>();

    /** The owner of the object of a collection that is being bound, null for the gateway. */
    private @Nullable String owner;

    Binding(Catalogue catalogue, Problems problems, References references) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.references = references;
        this.scalars = new Scalars(problems);
    }

    /**
     * Binds an object.
     *
     * @param kindKey a key that tells the kind and is no field of the record, or null
     */
    @Nullable
    Object object(JsonNode node, ObjectShape shape, Path path, @Nullable String kindKey) {
        if (!(node instanceof ObjectNode object)) {
            problems.must(path, "an object", node, node.isNull() ? "Leave it out, or give it a value." : null);
            return null;
        }
        Map<String, Field> fields = fieldsByShape.computeIfAbsent(shape, this::acting);
        boolean sound = true;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!fields.containsKey(entry.getKey()) && !entry.getKey().equals(kindKey)) {
                unknown(entry.getKey(), shape, path, fields.keySet());
                sound = false;
            }
        }
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields.values()) {
            JsonNode value = object.get(field.name());
            if (value != null) {
                Object bound = field(value, field, path.child(field.name()));
                if (bound == null) {
                    sound = false;
                } else {
                    values.put(field.name(), bound);
                }
            } else if (field.required()) {
                problems.add(
                        path.child(field.name()),
                        Problems.subject(path) + " needs '" + field.name() + "'.",
                        field.setting().title() + ": " + field.setting().help());
                sound = false;
            }
        }
        return sound ? create(shape, values, path) : null;
    }

    private Map<String, Field> acting(ObjectShape shape) {
        Map<String, Field> acting = new LinkedHashMap<>();
        shape.fields(catalogue).forEach(field -> acting.put(field.name(), field));
        return acting;
    }

    private @Nullable Object create(ObjectShape shape, Map<String, Object> values, Path path) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException refused) {
            problems.add(path, Problems.subject(path) + " is not possible: " + refused.getMessage() + ".", null);
            return null;
        }
    }

    private void unknown(String key, ObjectShape shape, Path path, Set<String> known) {
        String of = shape.declaration().title().toLowerCase(Locale.ROOT);
        problems.addAtKey(
                path.child(key), "There is no field '" + key + "' in '" + of + "'.", problems.guess(key, known));
    }

    private @Nullable Object field(JsonNode node, Field field, Path path) {
        if (field.setting().keys() == Setting.Format.NAME && node instanceof ObjectNode objects) {
            references.collect(field.name(), path, objects, problems);
        }
        return value(node, field, field.shape(), path);
    }

    private @Nullable Object value(JsonNode node, Field field, Shape shape, Path path) {
        return switch (shape) {
            case Shape.Items items -> items(node, field, items, path);
            case Shape.Entries entries -> entries(node, field, entries, path);
            case Shape.Nested nested -> object(node, nested.of(), path, null);
            case Shape.OneStep _ -> step(node, path);
            case Shape.OneDestination _ -> destination(node, path);
            default -> {
                Object value = scalars.bind(node, field, shape, path);
                if (value instanceof String name && !field.setting().refersTo().isEmpty()) {
                    references.use(path, name, field.setting().refersTo(), owner);
                }
                if (value instanceof SecretRef secret) {
                    references.use(path, secret, owner);
                }
                yield value;
            }
        };
    }

    private @Nullable Object items(JsonNode node, Field field, Shape.Items shape, Path path) {
        if (!(node instanceof ArrayNode array)) {
            String hint = node.isValueNode() && !node.isNull() ? "Write [" + node.asText() + "]." : null;
            problems.must(path, "a list", node, hint);
            return null;
        }
        List<Object> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Object item = value(array.get(i), field, shape.of(), path.child(i));
            if (item != null) {
                items.add(item);
            }
        }
        boolean sound = isCount(array.size(), field, path) && items.size() == array.size();
        return sound ? items : null;
    }

    private @Nullable Object entries(JsonNode node, Field field, Shape.Entries shape, Path path) {
        if (!(node instanceof ObjectNode object)) {
            problems.must(path, "an object", node, node.isNull() ? "Leave it out, or give it a value." : null);
            return null;
        }
        boolean named = field.setting().keys() == Setting.Format.NAME;
        boolean sound = isCount(object.size(), field, path);
        Map<String, Object> entries = new LinkedHashMap<>();
        Set<String> headers = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Path at = path.child(entry.getKey());
            sound &= isKey(entry.getKey(), field.setting().keys(), at, headers);
            owner = named ? References.owner(entry.getValue()) : owner;
            Object value = value(entry.getValue(), field, shape.of(), at);
            if (value != null) {
                entries.put(entry.getKey(), value);
            }
        }
        owner = named ? null : owner;
        return sound && entries.size() == object.size() ? entries : null;
    }

    private boolean isKey(String key, Setting.Format format, Path path, Set<String> headers) {
        Complaint complaint = Formats.check(format, key);
        if (complaint != null) {
            problems.addAtKey(path, "The key '" + key + "' must be " + complaint.must() + ".", complaint.hint());
            return false;
        }
        if (format == Setting.Format.HEADER_NAME && !headers.add(key.toLowerCase(Locale.ROOT))) {
            problems.addAtKey(
                    path, "The header '" + key + "' occurs twice; case does not count.", "Remove one of the two.");
            return false;
        }
        return true;
    }

    private boolean isCount(int count, Field field, Path path) {
        String breach = field.bounds().breach(count, " entries");
        if (breach != null) {
            problems.add(path, Problems.subject(path) + " must have " + breach + ", not " + count + ".", null);
        }
        return breach == null;
    }

    private @Nullable Object step(JsonNode node, Path path) {
        JsonNode type = node.get("type");
        if (!node.isObject() || type == null || !type.isTextual()) {
            String hint = problems.guess("", catalogue.policies().keySet());
            problems.add(path.child("type"), Problems.subject(path) + " needs the 'type' of its policy.", hint);
            return null;
        }
        Class<? extends Step> kind = catalogue.policies().get(type.textValue());
        if (kind == null) {
            problems.add(
                    path.child("type"),
                    "There is no policy '" + type.textValue() + "'.",
                    problems.guess(type.textValue(), catalogue.policies().keySet()));
            return null;
        }
        return object(node, ObjectShape.of(kind), path, "type");
    }

    private @Nullable Object destination(JsonNode node, Path path) {
        Map<String, Class<? extends Destination>> kinds = catalogue.destinations();
        if (!node.isObject()) {
            problems.must(path, "an object that names a destination", node, problems.guess("", kinds.keySet()));
            return null;
        }
        List<String> named = kinds.keySet().stream().filter(node::has).toList();
        Class<? extends Destination> kind = named.size() == 1 ? kinds.get(named.getFirst()) : null;
        if (kind != null) {
            return object(node, ObjectShape.of(kind), path, null);
        }
        String message = named.isEmpty()
                ? Problems.subject(path) + " names no destination."
                : Problems.subject(path) + " names several destinations: " + String.join(", ", named) + ".";
        String meant = node.properties().isEmpty() ? "" : node.fieldNames().next();
        problems.add(
                path, message, named.isEmpty() ? problems.guess(meant, kinds.keySet()) : "Keep exactly one of them.");
        return null;
    }
}
