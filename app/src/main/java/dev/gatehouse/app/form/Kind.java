package dev.gatehouse.app.form;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field holds, and so how it is drawn. */
public sealed interface Kind {
    /**
     * Text.
     *
     * @param format the schema's word for what it means, such as {@code path-pattern}; empty for none
     * @param pattern that the whole text must match; null for none
     */
    record Text(String format, @Nullable Pattern pattern, int least, int most) implements Kind {
        /** Whether it may have several lines. */
        public boolean isLong() {
            return format.equals("lines") || format.equals("expression");
        }

        /** Whether it is read character by character. */
        public boolean isCode() {
            return !format.isEmpty() && !format.equals("lines");
        }
    }

    /** A whole number. */
    record Whole(long least, long greatest) implements Kind {}

    /**
     * A duration, size or rate in its written form.
     *
     * @param least and {@code greatest} in the same form; null for none
     */
    record Measured(
            Measure measure,
            @Nullable String least,
            @Nullable String greatest) implements Kind {}

    /** Yes or no. */
    record Flag() implements Kind {}

    /** One of a few words. */
    record Choice(List<String> options) implements Kind {}

    /** The name of an object of a collection, such as {@code upstreams}. */
    record Reference(String collection) implements Kind {}

    /** Where a secret stands; never the secret. */
    record Secret(List<String> sources) implements Kind {}

    /** A list. */
    record Items(Field each, int least, int most) implements Kind {}

    /** A map of names to values. */
    record Entries(Field each, @Nullable Pattern keys) implements Kind {}

    /** An object; told late, since objects may hold each other. */
    record Nested(Supplier<Shape> of) implements Kind {}

    /** Exactly one of several objects. */
    record OneOf(List<Alternative> alternatives) implements Kind {}

    /** Something that this console does not know; it is edited as YAML. */
    record Anything() implements Kind {}

    /** Whether one control shows it. */
    default boolean isSingle() {
        return !(this instanceof Items
                || this instanceof Entries
                || this instanceof Nested
                || this instanceof OneOf
                || this instanceof Anything);
    }
}
