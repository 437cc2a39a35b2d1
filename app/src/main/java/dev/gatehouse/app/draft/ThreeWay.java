package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges three states of a value, field by field. What one side alone changed is as that side has it; lists go entry by
 * entry where all three have the same length, else as a whole.
 */
final class ThreeWay {
    /** Decides where both sides changed the same value. */
    interface Judge {
        Conflict.Choice decide(Conflict conflict);
    }

    private final ObjectKey key;
    private final Judge judge;

    ThreeWay(ObjectKey key, Judge judge) {
        this.key = key;
        this.judge = judge;
    }

    @Nullable
    ObjectNode merge(@Nullable ObjectNode base, @Nullable ObjectNode mine, @Nullable ObjectNode theirs) {
        return (ObjectNode) merge("", base, mine, theirs);
    }

    private @Nullable JsonNode merge(
            String pointer, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        // Where both sides added an object, their fields are compared as if there had been an empty one.
        JsonNode ground = base == null && mine instanceof ObjectNode && !pointer.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : base;
        if (ground instanceof ObjectNode old && mine instanceof ObjectNode own && theirs instanceof ObjectNode other) {
            return fields(pointer, old, own, other);
        }
        if (ground instanceof ArrayNode old
                && mine instanceof ArrayNode own
                && theirs instanceof ArrayNode other
                && old.size() == own.size()
                && old.size() == other.size()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < old.size(); i++) {
                list.add(merge(Pointers.child(pointer, String.valueOf(i)), old.get(i), own.get(i), other.get(i)));
            }
            return list;
        }
        Conflict conflict = new Conflict(key, pointer, base, mine, theirs);
        return judge.decide(conflict) == Conflict.Choice.MINE ? mine : theirs;
    }

    private ObjectNode fields(String pointer, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        Set<String> names = new LinkedHashSet<>();
        theirs.fieldNames().forEachRemaining(names::add);
        mine.fieldNames().forEachRemaining(names::add);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode merged = merge(Pointers.child(pointer, name), base.get(name), mine.get(name), theirs.get(name));
            if (merged != null) {
                object.set(name, merged);
            }
        }
        return object;
    }
}
