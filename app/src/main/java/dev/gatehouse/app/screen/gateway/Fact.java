package dev.gatehouse.app.screen.gateway;

/**
 * One line of what is known about the gateway.
 *
 * @param key of its label
 * @param value as it is shown, in the fixed-width face
 */
record Fact(String key, String value) {}
