package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object, read from a record's component.
 *
 * @param name the key in documents
 * @param setting what the component says of itself
 * @param shape what its value looks like
 * @param bounds the least and greatest value
 * @param required whether a document must have it
 * @param absent what the record gets where the document has nothing; null if nothing, or if it is required
 */
record Field(
        String name,
        Setting setting,
        Shape shape,
        Bounds bounds,
        boolean required,
        @Nullable Object absent) {

    static Field of(String name, Setting setting, Shape shape, boolean nullable) {
        Bounds bounds = Bounds.of(shape, setting);
        Object absent = null;
        if (!setting.byDefault().equals(Setting.NO_DEFAULT)) {
            absent = Written.parse(shape, setting.byDefault());
        } else if (!nullable && isMany(shape) && bounds.least() < 1) {
            absent = shape instanceof Shape.Items ? List.of() : Map.of();
        } else if (!nullable && shape instanceof Shape.Nested nested) {
            absent = nested.of().byDefault();
        }
        return new Field(name, setting, shape, bounds, absent == null && !nullable, absent);
    }

    /** The same field, required and written whatever its value is. */
    Field alwaysWritten() {
        return new Field(name, setting, shape, bounds, true, null);
    }

    /** The shape of the values, in lists and maps that of each. */
    Shape each() {
        return switch (shape) {
            case Shape.Items items -> items.of();
            case Shape.Entries entries -> entries.of();
            default -> shape;
        };
    }

    /** Whether the field holds values in a list or map. */
    boolean many() {
        return isMany(shape);
    }

    private static boolean isMany(Shape shape) {
        return shape instanceof Shape.Items || shape instanceof Shape.Entries;
    }

    /** Whether the declaration writes a default. */
    boolean hasDefault() {
        return !setting.byDefault().equals(Setting.NO_DEFAULT);
    }
}
