package dev.gatehouse.engine.admin.endpoint;

/**
 * A parameter of an endpoint.
 *
 * @param place {@code path}, {@code query} or {@code header}
 */
public record Parameter(String place, String name, Shape shape, String help) {}
