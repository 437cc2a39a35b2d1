package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway answered.
 *
 * @param body as JSON; a text node if it was YAML or other text, a missing node if it was empty
 * @param etag of what was answered or written, with its quotes; null if the gateway told none
 */
public record Reply(int status, JsonNode body, @Nullable String etag) {}
