package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls, newest first, and the cursor with which {@link CallQuery#before} continues; null when there are no more.
 * Jackson writes it as a list of the Admin API.
 */
public record CallPage(List<Call> items, @Nullable String next) {
    /** Copies the list. */
    public CallPage {
        items = List.copyOf(items);
    }
}
