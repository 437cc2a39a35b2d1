package dev.gatehouse.engine.control;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change.
 *
 * @param name stands with the revision as its author
 * @param owner the tenant for whom is asked, whose objects alone may change; null for who may change everything
 */
public record Principal(String name, @Nullable String owner) {
    /** Somebody who may change everything. */
    public static Principal gateway(String name) {
        return new Principal(name, null);
    }
}
