package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.model.Listener;
import org.jspecify.annotations.Nullable;

/**
 * A listener of a revision.
 *
 * @param name its full name
 * @param pointer to it in the document, where a tenant's listener may stand under its short name
 * @param listener its configuration
 * @param trusted the networks of its trusted proxies
 * @param tls how it speaks TLS, or null where it speaks plain http
 */
public record CompiledListener(
        String name,
        String pointer,
        Listener listener,
        Networks trusted,
        @Nullable ServerTls tls) {
    /** The same listener at another port. */
    public CompiledListener at(int port) {
        return new CompiledListener(name, pointer, listener.at(port), trusted, tls);
    }
}
