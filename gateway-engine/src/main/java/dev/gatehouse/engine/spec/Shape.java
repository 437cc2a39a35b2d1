package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.ByteSize;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.Step;
import dev.gatehouse.engine.model.Worded;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the value of a component can look like, as its Java type says. */
sealed interface Shape {
    /** Text of one or more lines. */
    record Text() implements Shape {}

    /** A whole number, of 32 or 64 bits. */
    record Whole(boolean wide) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A duration. */
    record Span() implements Shape {}

    /** A size. */
    record Amount() implements Shape {}

    /** One of a few words; each stands for a constant. */
    record Word(Map<String, Object> constants) implements Shape {}

    /** A reference to a secret. */
    record Secret() implements Shape {}

    /** Values in a row. */
    record Items(Shape of) implements Shape {}

    /** Values by a key. */
    record Entries(Shape of) implements Shape {}

    /** An object. */
    record Nested(ObjectShape of) implements Shape {}

    /** A policy of the catalogue, told by its {@code type}. */
    record OneStep() implements Shape {}

    /** A destination of the catalogue, told by the key that names it. */
    record OneDestination() implements Shape {}

    /** The shape of a Java type. */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? new Items(of(arguments[0])) : new Entries(of(arguments[1]));
        }
        if (type instanceof Class<?> plain) {
            if (plain.isEnum()) {
                return new Word(constants(plain));
            }
            if (plain == String.class) {
                return new Text();
            }
            if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
                return new Whole(plain == long.class || plain == Long.class);
            }
            if (plain == boolean.class || plain == Boolean.class) {
                return new Flag();
            }
            if (plain == Duration.class) {
                return new Span();
            }
            if (plain == ByteSize.class) {
                return new Amount();
            }
            if (plain == SecretRef.class) {
                return new Secret();
            }
            if (plain == Step.class) {
                return new OneStep();
            }
            if (plain == Destination.class) {
                return new OneDestination();
            }
            if (plain.isRecord()) {
                return new Nested(ObjectShape.of(plain));
            }
        }
        throw new IllegalArgumentException("a declaration cannot have a component of type " + type);
    }

    private static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(word((Enum<?>) constant), constant);
        }
        return constants;
    }

    /** An enum constant as it is written in documents: in lower case, with dashes, or as it says itself. */
    static String word(Enum<?> constant) {
        return constant instanceof Worded worded
                ? worded.word()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
