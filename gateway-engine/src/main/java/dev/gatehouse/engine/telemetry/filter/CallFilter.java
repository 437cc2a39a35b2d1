package dev.gatehouse.engine.telemetry.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Which calls are wanted: those that meet every condition. Written as terms between blanks:
 *
 * <pre>{@code
 * status>=500  status:404,502  status:5xx  dur>200ms  method:GET  path:/shop/*  fault:*  route:-
 * -client:192.0.2.7  path:"/a b"  timeout
 * }</pre>
 *
 * A comma is or, a hyphen in front is not, a star stands for anything, a lone hyphen for none; a word without a field is
 * looked for in host, path, route, upstream, fault and request id.
 */
public record CallFilter(List<Condition> conditions) {
    /** Every call. */
    public static final CallFilter ANY = new CallFilter(List.of());

    /** Copies the list. */
    public CallFilter {
        conditions = List.copyOf(conditions);
    }

    /** Reads a filter; an empty text is {@link #ANY}. */
    public static CallFilter parse(String text) throws BadFilter {
        return new CallFilter(new FilterReader(text).all());
    }

    /** The filter that {@code field:values} is. */
    public static CallFilter of(CallField field, String values) throws BadFilter {
        return new CallFilter(List.of(new FilterReader(values).values(field)));
    }

    /** The calls that lie in a span of a field with an order. */
    public static CallFilter of(CallField field, Span span) {
        return new CallFilter(List.of(new Condition.Numbers(field, List.of(span))));
    }

    /** The calls that both want. */
    public CallFilter and(CallFilter other) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(other.conditions);
        return new CallFilter(all);
    }

    /** Whether the call is wanted. */
    public boolean matches(CallFacts call) {
        for (Condition condition : conditions) {
            if (!condition.matches(call)) {
                return false;
            }
        }
        return true;
    }
}
