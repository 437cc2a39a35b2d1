package dev.gatehouse.engine.telemetry;

/**
 * How much of an upstream's pool is in use; Jackson writes it in the shape of the Admin API.
 *
 * @param connections connections in use by requests
 * @param limit the most that may be now
 * @param waiting requests that wait for one
 * @param pendingLimit the most that may wait
 * @param adaptive whether the limit follows how long answers take
 * @param refused requests since the start that could not wait or waited too long
 */
public record PoolUse(int connections, int limit, int waiting, int pendingLimit, boolean adaptive, long refused) {}
