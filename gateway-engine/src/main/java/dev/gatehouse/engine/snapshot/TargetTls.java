package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.model.UpstreamTls;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the targets of an upstream are spoken to in TLS, with all that is needed for it. The same object from one revision to
 * the next as long as nothing of it changes.
 *
 * @param settings what the configuration says
 * @param credential what the gateway shows to targets, or null
 * @param authorities who is believed; empty for those that come with Java
 */
public record TargetTls(UpstreamTls settings, @Nullable Credential credential, List<X509Certificate> authorities) {
    public TargetTls {
        authorities = List.copyOf(authorities);
    }
}
