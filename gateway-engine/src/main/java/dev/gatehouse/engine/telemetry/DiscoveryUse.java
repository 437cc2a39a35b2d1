package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the discovery of an upstream's targets goes.
 *
 * @param source what is asked
 * @param found how many targets it has found
 * @param lastSuccess when it last had an answer that is good; null for never
 * @param lastAttempt when it was last asked; null for not yet
 * @param next when it is asked again; null for not known
 * @param problem why the last answer is not good, as the end of a sentence; null if it is
 */
public record DiscoveryUse(
        String source,
        int found,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastAttempt,
        @Nullable Instant next,
        @Nullable String problem) {}
