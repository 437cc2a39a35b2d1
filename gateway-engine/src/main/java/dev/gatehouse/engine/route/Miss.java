package dev.gatehouse.engine.route;

/**
 * A route that nearly took a request.
 *
 * @param route its name
 * @param failed the first part of its match that did not hold: {@code listener}, {@code host}, {@code path},
 *     {@code method}, {@code header x-channel}, {@code query preview} or {@code when}
 * @param saw what the request had
 * @param wanted what the route wants
 */
public record Miss(String route, String failed, String saw, String wanted) {}
