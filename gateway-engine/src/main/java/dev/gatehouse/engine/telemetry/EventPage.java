package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events, newest first.
 *
 * @param next where the next page begins; null if there is none
 */
public record EventPage(List<Event> items, @Nullable String next) {
    /** Events, newest first. */
    public EventPage {
        items = List.copyOf(items);
    }
}
