package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.model.ListenerTls;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a listener speaks TLS, with all that it needs for it. The same object from one revision to the next as long as
 * nothing of it changes.
 *
 * @param settings what the configuration says
 * @param credentials what it proves itself with, in the order of the configuration
 * @param authorities whose clients are believed; empty where clients are not asked
 * @param hsts what browsers are told of how to come back, or null
 */
public record ServerTls(
        ListenerTls settings,
        List<Credential> credentials,
        List<X509Certificate> authorities,
        @Nullable String hsts) {
    public ServerTls {
        credentials = List.copyOf(credentials);
        authorities = List.copyOf(authorities);
    }
}
