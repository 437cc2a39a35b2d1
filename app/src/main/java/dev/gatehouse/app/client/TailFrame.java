package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that have just ended, oldest first.
 *
 * @param dropped how many more matched and were left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TailFrame(List<Call> calls, long dropped) {
    /** Fills in what was not sent. */
    public TailFrame(@Nullable List<Call> calls, long dropped) {
        this.calls = calls == null ? List.of() : List.copyOf(calls);
        this.dropped = dropped;
    }
}
