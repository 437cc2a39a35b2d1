package dev.gatehouse.engine.telemetry.filter;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.spec.Durations;
import dev.gatehouse.engine.spec.Sizes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The written values of fields; what cannot be read is an IllegalArgumentException that says what it must be. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Pattern CLASS = Pattern.compile("[1-5][xX]{2}");
    private static final long HUNDRED = 100;
    private static final long MICROS_PER_MILLI = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Values() {}

    static Span span(CallField field, String operator, String value) {
        return switch (operator) {
            case ">" -> new Span(number(field, value) + 1, Long.MAX_VALUE);
            case ">=" -> new Span(number(field, value), Long.MAX_VALUE);
            case "<" -> new Span(Long.MIN_VALUE, number(field, value) - 1);
            case "<=" -> new Span(Long.MIN_VALUE, number(field, value));
            default -> span(field, value);
        };
    }

    private static Span span(CallField field, String value) {
        if (field == CallField.STATUS && CLASS.matcher(value).matches()) {
            long least = (value.charAt(0) - '0') * HUNDRED;
            return new Span(least, least + HUNDRED - 1);
        }
        if (field.kind() == CallField.Kind.TIME) {
            long second = number(field, value);
            return new Span(second, second + MICROS_PER_SECOND - 1);
        }
        int hyphen = value.indexOf('-');
        long least = number(field, hyphen < 0 ? value : value.substring(0, hyphen));
        long most = hyphen < 0 ? least : number(field, value.substring(hyphen + 1));
        if (most < least) {
            throw new IllegalArgumentException("must have the smaller value of a range first");
        }
        return new Span(least, most);
    }

    private static long number(CallField field, String value) {
        return switch (field.kind()) {
            case TIME -> micros(field, value);
            case DURATION ->
                MICROS_PER_MILLI * Math.min(Durations.parse(value).toMillis(), Long.MAX_VALUE / MICROS_PER_MILLI);
            case SIZE ->
                NUMBER.matcher(value).matches()
                        ? Long.parseLong(value)
                        : Sizes.parse(value).bytes();
            default -> {
                if (!NUMBER.matcher(value).matches()) {
                    throw new IllegalArgumentException("must be like " + field.example());
                }
                yield Long.parseLong(value);
            }
        };
    }

    private static long micros(CallField field, String value) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value.toUpperCase(Locale.ROOT)));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("must be a time like " + field.example(), e);
        }
    }

    /**
     * A value as a pattern.
     *
     * @param literal true if stars and a lone hyphen mean themselves
     */
    static TextPattern pattern(CallField field, String value, boolean literal) {
        if (field.kind() == CallField.Kind.ID) {
            CallId id = CallId.parse(value.toLowerCase(Locale.ROOT));
            if (id == null) {
                throw new IllegalArgumentException("must be a call's whole id of " + CallId.LENGTH + " characters");
            }
            return new TextPattern.Exact(id.text());
        }
        if (!literal && value.equals("-")) {
            return new TextPattern.None();
        }
        String wanted = switch (field) {
            case HOST, SCHEME -> value.toLowerCase(Locale.ROOT);
            case METHOD, PROTOCOL -> value.toUpperCase(Locale.ROOT);
            default -> value;
        };
        return literal || wanted.indexOf('*') < 0
                ? new TextPattern.Exact(wanted)
                : new TextPattern.Parts(List.of(wanted.split("\\*", -1)));
    }
}
