package dev.gatehouse.app.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object as the schema tells it.
 *
 * @param fields in the order of a form
 */
public record Shape(String title, String help, List<Field> fields) {
    /** The keys that it knows; any other is of a newer gateway, or wrong. */
    public Set<String> names() {
        return fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }
}
