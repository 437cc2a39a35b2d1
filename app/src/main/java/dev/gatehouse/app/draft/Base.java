package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The document that a draft starts from.
 *
 * @param document as the gateway gave it; not to be changed
 * @param revision its number
 * @param etag what a write based on it sends as {@code If-Match}
 */
public record Base(ObjectNode document, int revision, String etag) {}
