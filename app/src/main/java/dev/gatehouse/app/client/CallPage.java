package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that were found, newest first.
 *
 * @param next where to go on for older ones; null if there are none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallPage(List<Call> items, @Nullable String next) {
    /** Fills in what was not sent. */
    public CallPage(@Nullable List<Call> items, @Nullable String next) {
        this.items = items == null ? List.of() : List.copyOf(items);
        this.next = next;
    }
}
