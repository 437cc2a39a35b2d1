package dev.gatehouse.app.screen.overview;

/**
 * A route's traffic over the chosen span.
 *
 * @param rate requests a second
 * @param p95 milliseconds; NaN if no request ended
 * @param errors their share of the requests, 0 to 1; NaN if there were none
 */
public record RouteRow(String name, double rate, double p95, double errors) {}
