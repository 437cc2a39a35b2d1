/**
 * How an endpoint of the Admin API is declared. One {@link dev.gatehouse.engine.admin.endpoint.Endpoint} holds method,
 * path, what it takes, what it answers and the code that answers; the server's registration and {@code /openapi.json}
 * are both read from it, so that they cannot differ. What goes wrong is a
 * {@link dev.gatehouse.engine.admin.endpoint.Refusal} and becomes an RFC 9457 problem in one place.
 */
@NullMarked
package dev.gatehouse.engine.admin.endpoint;

import org.jspecify.annotations.NullMarked;
