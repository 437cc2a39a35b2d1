package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.look.Status;

/**
 * A route in the list.
 *
 * @param match its methods, host and path in short
 * @param destination where it ends, in short
 * @param mark how it stands
 * @param state the same in words
 * @param rate requests a second; NaN if not known, likewise the others
 * @param p95 milliseconds
 * @param errors share of failed requests
 */
record RouteRow(
        String name,
        String match,
        String destination,
        Status mark,
        String state,
        double rate,
        double p95,
        double errors) {}
