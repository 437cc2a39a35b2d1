package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that a gateway puts into the requests of a route on purpose, for a time.
 *
 * @param delay that a request waits, as written ({@code 200ms}); null for none
 * @param abort the status that a request is answered with instead of being forwarded; null if it is forwarded
 * @param share of requests, as written ({@code 10%})
 * @param endsAt when it ends by itself
 * @param author who started it
 * @param hits requests that met it until now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Injection(
        String id,
        String route,
        @Nullable String delay,
        @Nullable Integer abort,
        String share,
        @Nullable Instant startedAt,
        @Nullable Instant endsAt,
        String author,
        long hits) {
    /** Fills in what was not sent. */
    public Injection(
            @Nullable String id,
            @Nullable String route,
            @Nullable String delay,
            @Nullable Integer abort,
            @Nullable String share,
            @Nullable Instant startedAt,
            @Nullable Instant endsAt,
            @Nullable String author,
            long hits) {
        this.id = id == null ? "" : id;
        this.route = route == null ? "" : route;
        this.delay = delay;
        this.abort = abort;
        this.share = share == null ? "100%" : share;
        this.startedAt = startedAt;
        this.endsAt = endsAt;
        this.author = author == null ? "" : author;
        this.hits = hits;
    }
}
