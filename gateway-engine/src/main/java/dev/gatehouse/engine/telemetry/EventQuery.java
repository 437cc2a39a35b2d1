package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the remembered events are asked for.
 *
 * @param kinds empty for all
 * @param object what kind and name of the object, written {@code upstream:orders}, must have in them; null for any
 * @param since the earliest time, null for any
 * @param until the latest time, itself not included; null for any
 * @param before only events with a lower id
 * @param limit how many at most
 */
public record EventQuery(
        Set<Event.Kind> kinds,
        @Nullable String object,
        @Nullable Instant since,
        @Nullable Instant until,
        long before,
        int limit) {
    /** Which of the remembered events are asked for. */
    public EventQuery {
        kinds = Set.copyOf(kinds);
    }

    boolean holds(Event event) {
        return event.id() < before
                && (kinds.isEmpty() || kinds.contains(event.kind()))
                && (object == null || event.object().has(object))
                && (since == null || !event.time().isBefore(since))
                && (until == null || event.time().isBefore(until));
    }
}
