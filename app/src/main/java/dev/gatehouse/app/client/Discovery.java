package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an upstream's targets are found. Live frames leave the times out.
 *
 * @param source what is asked: dns, srv or file, and its name
 * @param found how many targets the last good answer had
 * @param problem why the last look brought nothing; null if it brought something
 * @param lastSuccess when the last good answer came; null for never
 * @param lastAttempt when it was last asked; null for not yet
 * @param next when it is asked again; null if that is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Discovery(
        String source,
        int found,
        @Nullable String problem,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastAttempt,
        @Nullable Instant next) {}
