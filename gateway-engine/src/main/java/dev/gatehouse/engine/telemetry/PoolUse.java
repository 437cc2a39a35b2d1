package dev.gatehouse.engine.telemetry;

/**
 * How much of an upstream's pool is in use; Jackson writes it in the shape of the Admin API.
 *
 * @param connections connections in use by requests
 * @param limit the most that may be
 * @param waiting requests that wait for one
 * @param pendingLimit the most that may wait
 */
public record PoolUse(int connections, int limit, int waiting, int pendingLimit) {}
