package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that differs between two states of an object.
 *
 * @param pointer within the object
 * @param before null if there was none
 * @param after null if there is none
 */
public record FieldChange(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
    /** The differences, down to the smallest values; of lists of different length, the whole list. */
    public static List<FieldChange> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", before, after, changes);
        return List.copyOf(changes);
    }

    private static void compare(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<FieldChange> changes) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            Set<String> names = new LinkedHashSet<>();
            old.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(Pointers.child(pointer, name), old.get(name), now.get(name), changes));
        } else if (before instanceof ArrayNode old && after instanceof ArrayNode now && old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                compare(Pointers.child(pointer, String.valueOf(i)), old.get(i), now.get(i), changes);
            }
        } else {
            changes.add(new FieldChange(pointer, before, after));
        }
    }
}
