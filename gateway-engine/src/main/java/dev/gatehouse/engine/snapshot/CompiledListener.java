package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.model.Listener;

/**
 * A listener of a revision.
 *
 * @param name its full name
 * @param listener its configuration
 * @param trusted the networks of its trusted proxies
 */
public record CompiledListener(String name, Listener listener, Networks trusted) {}
