package dev.gatehouse.engine.telemetry;

/**
 * How much of an upstream's retry budget is in use; Jackson writes it in the shape of the Admin API.
 *
 * @param used retries of the last ten seconds
 * @param limit the most in that time, which rises with the requests
 * @param total all retries so far
 * @param refused how often the budget allowed none
 */
public record RetryUse(long used, long limit, long total, long refused) {}
