package dev.gatehouse.app.profile;

import java.net.URI;

/**
 * A saved connection to a gateway.
 *
 * @param id never changes; names the token's file
 * @param name as its owner calls it
 * @param address of the Admin API, scheme, host and port only
 * @param environment what the gateway is for
 */
public record Profile(String id, String name, URI address, Environment environment) {}
