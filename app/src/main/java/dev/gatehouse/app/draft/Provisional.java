package dev.gatehouse.app.draft;

import java.time.Instant;

/**
 * A revision from which the gateway goes back by itself unless it is told to keep it.
 *
 * @param revision its number
 * @param since when it was applied
 * @param until when the gateway goes back, by the gateway's clock
 */
public record Provisional(int revision, Instant since, Instant until) {}
