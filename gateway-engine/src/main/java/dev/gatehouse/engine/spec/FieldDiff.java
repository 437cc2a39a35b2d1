package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Destination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states of one object field by field. Objects are entered; lists of objects are matched by the field that
 * tells their items apart, if the items that stay keep their order; all else is one value.
 */
final class FieldDiff {
    /** What tells the items of a list apart, the first that all of them have. */
    private static final List<String> IDENTITIES = List.of("name", "address", "upstream", "type");

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final TreeWriter defaults = new TreeWriter(false);
    private final Catalogue catalogue;
    private final List<Change> changes;
    private String kind = "";
    private String name = "";

    FieldDiff(Catalogue catalogue, List<Change> changes) {
        this.catalogue = catalogue;
        this.changes = changes;
    }

    void compare(String ofKind, String ofName, ObjectShape shape, ObjectNode before, ObjectNode after) {
        kind = ofKind;
        name = ofName;
        objects("", shape, before, after);
    }

    private void objects(String pointer, @Nullable ObjectShape shape, ObjectNode before, ObjectNode after) {
        Set<String> keys = new LinkedHashSet<>(shape == null ? List.of() : shape.names());
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            JsonNode old = before.get(key);
            JsonNode now = after.get(key);
            if (old == null ? now != null : !old.equals(now)) {
                Field field = shape == null ? null : shape.fields().get(key);
                values(pointer + "/" + Path.escape(key), field, field == null ? null : field.shape(), old, now);
            }
        }
    }

    private void values(
            String pointer,
            @Nullable Field field,
            @Nullable Shape shape,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        boolean entered = shape instanceof Shape.Nested || shape instanceof Shape.Entries;
        ObjectNode old = object(before, entered);
        ObjectNode now = object(after, entered);
        if (shape instanceof Shape.OneDestination) {
            destinations(pointer, before, after);
        } else if (old != null
                && now != null
                && (field == null || field.absent() != null || (before != null && after != null))) {
            objects(pointer, shape instanceof Shape.Nested nested ? nested.of() : null, old, now);
        } else if (before instanceof ArrayNode oldItems && after instanceof ArrayNode newItems) {
            items(pointer, shape instanceof Shape.Items items ? items.of() : null, oldItems, newItems);
        } else {
            change(pointer, before != null ? before : byDefault(field), after != null ? after : byDefault(field));
        }
    }

    private static @Nullable ObjectNode object(@Nullable JsonNode node, boolean absentIsEmpty) {
        return node == null && absentIsEmpty ? NOTHING : node instanceof ObjectNode object ? object : null;
    }

    private @Nullable JsonNode byDefault(@Nullable Field field) {
        return field == null || !field.hasDefault() || field.absent() == null
                ? null
                : defaults.value(field.absent(), field.shape());
    }

    private void destinations(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        String key = before == null || after == null ? null : commonKind(before, after);
        Class<? extends Destination> type =
                key == null ? null : catalogue.destinations().get(key);
        if (key != null && before instanceof ObjectNode old && after instanceof ObjectNode now) {
            objects(pointer, type == null ? null : ObjectShape.of(type), old, now);
        } else {
            change(pointer, before, after);
        }
    }

    /** The first key is the one that tells the kind: a destination's record begins with it. */
    private static @Nullable String commonKind(JsonNode before, JsonNode after) {
        String key = before.properties().isEmpty() ? null : before.fieldNames().next();
        return key != null
                        && !after.properties().isEmpty()
                        && key.equals(after.fieldNames().next())
                ? key
                : null;
    }

    private void items(String pointer, @Nullable Shape of, ArrayNode before, ArrayNode after) {
        Map<String, Integer> old = identities(before);
        Map<String, Integer> now = identities(after);
        if (old == null || now == null || !isSameOrder(old, now)) {
            change(pointer, before, after);
            return;
        }
        old.forEach((identity, index) -> {
            if (!now.containsKey(identity)) {
                change(pointer + "/" + index, before.get(index), null);
            }
        });
        now.forEach((identity, index) -> {
            Integer oldIndex = old.get(identity);
            JsonNode item = after.get(index);
            if (oldIndex == null) {
                change(pointer + "/" + index, null, item);
            } else if (!item.equals(before.get(oldIndex))) {
                values(pointer + "/" + index, null, of, before.get(oldIndex), item);
            }
        });
    }

    /** The index of each item by what tells it apart; null if nothing does. */
    private static @Nullable Map<String, Integer> identities(ArrayNode items) {
        for (String key : IDENTITIES) {
            Map<String, Integer> identities = new LinkedHashMap<>();
            for (int i = 0; i < items.size() && items.get(i).hasNonNull(key); i++) {
                identities.put(items.get(i).get(key).asText(), i);
            }
            if (identities.size() == items.size()) {
                return identities;
            }
        }
        return null;
    }

    private static boolean isSameOrder(Map<String, Integer> before, Map<String, Integer> after) {
        List<String> stayed = new ArrayList<>(before.keySet());
        stayed.retainAll(after.keySet());
        List<String> now = new ArrayList<>(after.keySet());
        now.retainAll(before.keySet());
        return stayed.equals(now);
    }

    private void change(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        changes.add(new Change(Change.Op.CHANGE, kind, name, pointer, before, after));
    }
}
