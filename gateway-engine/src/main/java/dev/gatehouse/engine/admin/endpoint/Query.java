package dev.gatehouse.engine.admin.endpoint;

import dev.gatehouse.engine.spec.Durations;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a request's query; one that cannot be read is refused with its name. */
public final class Query {
    private Query() {}

    /** The parameter as text, or null if it is absent or blank. */
    public static @Nullable String text(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The parameter as a whole number. */
    public static int integer(Context ctx, String name, int byDefault, int min, int max) {
        String value = text(ctx, name);
        if (value == null) {
            return byDefault;
        }
        if (value.matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw wrong(name, value, "a number from " + min + " to " + max);
    }

    /** The parameter as a flag; false if it is absent. */
    public static boolean flag(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        throw wrong(name, value, "true or false");
    }

    /** The parameter as a time in ISO 8601. */
    public static Instant time(Context ctx, String name, Instant byDefault) {
        String value = text(ctx, name);
        try {
            return value == null ? byDefault : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw wrong(name, value, "a time such as 2026-11-01T12:00:00Z");
        }
    }

    /** The parameter as a duration, written {@code 250ms}, {@code 5s}, {@code 1m}; a bare number is seconds. */
    public static Duration duration(Context ctx, String name, Duration byDefault) {
        String value = text(ctx, name);
        if (value == null) {
            return byDefault;
        }
        try {
            return value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Durations.parse(value);
        } catch (IllegalArgumentException e) {
            throw wrong(name, value, "a duration such as 250ms, 5s or 1m");
        }
    }

    /** The values that the parameter names, with commas between; none if it is absent. */
    public static <E> Set<E> words(Context ctx, String name, E[] all, Function<E, String> word) {
        String value = text(ctx, name);
        Set<E> chosen = new LinkedHashSet<>();
        for (String each : value == null ? List.<String>of() : List.of(value.split(",", -1))) {
            chosen.add(Stream.of(all)
                    .filter(one -> word.apply(one).equals(each.strip()))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            name,
                            each.strip(),
                            "one of " + Stream.of(all).map(word).collect(Collectors.joining(", ")))));
        }
        return chosen;
    }

    private static Refusal wrong(String name, String value, String wanted) {
        return new Refusal(
                Problem.BAD_REQUEST, "The parameter " + name + " is '" + value + "'; it has to be " + wanted + ".");
    }
}
