package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.model.Listener;

/**
 * A listener of a revision.
 *
 * @param name its full name
 * @param pointer to it in the document, where a tenant's listener may stand under its short name
 * @param listener its configuration
 * @param trusted the networks of its trusted proxies
 */
public record CompiledListener(String name, String pointer, Listener listener, Networks trusted) {}
