package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One applied state of a gateway's configuration.
 *
 * @param revision its number
 * @param parent the revision that it replaced; null for the first
 * @param author who applied it
 * @param message why; empty if nobody said
 * @param state {@code pending}, {@code active}, {@code superseded} or {@code failed}
 * @param confirmBy when the gateway goes back unless it is kept; null for a revision that is kept
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Revision(
        int revision,
        @Nullable Integer parent,
        String author,
        String message,
        Instant time,
        String state,
        @Nullable Instant confirmBy) {
    /** Fills in what was not sent. */
    public Revision(
            int revision,
            @Nullable Integer parent,
            @Nullable String author,
            @Nullable String message,
            @Nullable Instant time,
            @Nullable String state,
            @Nullable Instant confirmBy) {
        this.revision = revision;
        this.parent = parent;
        this.author = author == null ? "" : author;
        this.message = message == null ? "" : message;
        this.time = time == null ? Instant.EPOCH : time;
        this.state = state == null ? "" : state;
        this.confirmBy = confirmBy;
    }

    /** Whether it is what the gateway serves. */
    public boolean active() {
        return state.equals("active");
    }

    /** Whether the gateway goes back from it unless it is told to keep it. */
    public boolean provisional() {
        return active() && confirmBy != null;
    }
}
