package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.certificate.Age;
import dev.gatehouse.engine.certificate.BadCertificate;
import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.certificate.CredentialReader;
import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.model.Certificate;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.ListenerTls;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.UpstreamTls;
import dev.gatehouse.engine.spec.Names;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a compilation that is about TLS: reads the certificates, finds what is wrong with them, and gives listeners
 * and upstreams what they need of them. A certificate that was served before and has grown too old since is only warned
 * of: it must not keep other changes, or a restart, from being served.
 */
final class TlsCompiler {
    private final SecretValues secrets;
    private final Instant now;
    private final boolean again;
    private final Set<Credential> served;
    private final List<Violation> violations;
    private final List<Warning> warnings;
    private final Map<String, CompiledCertificate> certificates = new LinkedHashMap<>();
    private final Map<String, Credential> before;

    /**
     * A compiler of one revision.
     *
     * @param again whether the whole revision was served before
     */
    TlsCompiler(
            SecretValues secrets,
            Instant now,
            boolean again,
            @Nullable Snapshot previous,
            List<Violation> violations,
            List<Warning> warnings) {
        this.secrets = secrets;
        this.now = now;
        this.again = again;
        this.violations = violations;
        this.warnings = warnings;
        before = previous == null
                ? Map.of()
                : previous.certificates().stream()
                        .collect(Collectors.toMap(CompiledCertificate::name, CompiledCertificate::credential));
        served = Set.copyOf(before.values());
    }

    List<CompiledCertificate> certificates() {
        return List.copyOf(certificates.values());
    }

    void read(Configuration configuration) {
        configuration.certificates().forEach((key, certificate) -> {
            String name = Names.full(key, certificate.about().owner());
            String pointer = SnapshotCompiler.pointer("certificates", key);
            Credential credential = credential(pointer, certificate, before.get(name));
            if (credential != null) {
                age(pointer + "/chain", credential);
                certificates.put(name, new CompiledCertificate(name, pointer, credential));
            }
        });
    }

    private @Nullable Credential credential(String pointer, Certificate certificate, @Nullable Credential known) {
        byte[] chain = bytes(pointer + "/chain", certificate.chain());
        byte[] key = certificate.key() == null ? null : bytes(pointer + "/key", certificate.key());
        byte[] password = certificate.password() == null ? null : bytes(pointer + "/password", certificate.password());
        if (chain == null
                || key == null && certificate.key() != null
                || password == null && certificate.password() != null) {
            return null;
        }
        try {
            String word = certificate.password() == null ? null : secrets.value(certificate.password());
            return CredentialReader.read(new CredentialReader.Source(chain, key, word), known);
        } catch (BadCertificate e) {
            violations.add(new Violation(pointer + "/" + e.field(), String.valueOf(e.getMessage()), e.hint()));
        } catch (SecretMissing e) {
            violations.add(new Violation(pointer + "/password", String.valueOf(e.getMessage()), null));
        }
        return null;
    }

    private byte @Nullable [] bytes(String pointer, SecretRef reference) {
        try {
            return secrets.bytes(reference);
        } catch (SecretMissing e) {
            violations.add(new Violation(pointer, String.valueOf(e.getMessage()), null));
            return null;
        }
    }

    private void age(String pointer, Credential credential) {
        boolean known = again || served.contains(credential);
        for (Age said : Age.of(credential.chain(), now)) {
            if (said.good()) {
                warnings.add(new Warning(pointer, said.message()));
            } else if (known) {
                warnings.add(new Warning(pointer, said.message() + " Clients refuse it."));
            } else {
                violations.add(new Violation(pointer, said.message(), said.hint()));
            }
        }
    }

    /** What a listener needs; null where it speaks plain text, or where a violation was found. */
    @Nullable
    ServerTls server(String pointer, @Nullable ListenerTls settings, @Nullable String owner, @Nullable ServerTls last) {
        if (settings == null) {
            return null;
        }
        List<Credential> credentials = new ArrayList<>();
        for (String name : settings.certificates()) {
            Credential credential = find(name, owner);
            if (credential != null) {
                credentials.add(credential);
            }
        }
        List<X509Certificate> authorities =
                authorities(pointer + "/tls/clientAuthorities", settings.clientAuthorities());
        if (credentials.isEmpty() || authorities == null) {
            return null;
        }
        String hsts = settings.hsts() == null ? null : settings.hsts().header();
        ServerTls tls = new ServerTls(settings, credentials, authorities, hsts);
        return tls.equals(last) ? last : tls;
    }

    /** What an upstream needs; null where its targets speak plain text, or where a violation was found. */
    @Nullable
    TargetTls target(String pointer, @Nullable UpstreamTls settings, @Nullable String owner, @Nullable TargetTls last) {
        if (settings == null) {
            return null;
        }
        List<X509Certificate> authorities = authorities(pointer + "/tls/authorities", settings.authorities());
        if (authorities == null) {
            return null;
        }
        if (!settings.verify()) {
            warnings.add(new Warning(
                    pointer + "/tls/verify",
                    "The targets' certificates are not verified: anyone in between can read and change everything."));
        }
        Credential credential = settings.certificate() == null ? null : find(settings.certificate(), owner);
        TargetTls tls = new TargetTls(settings, credential, authorities);
        return tls.equals(last) ? last : tls;
    }

    /** A credential by a reference that is known to be good; null if it could not be read. */
    private @Nullable Credential find(String reference, @Nullable String owner) {
        String name = Names.resolve(reference, owner, certificates.keySet());
        return name == null
                ? null
                : Objects.requireNonNull(certificates.get(name)).credential();
    }

    private @Nullable List<X509Certificate> authorities(String pointer, @Nullable SecretRef reference) {
        if (reference == null) {
            return List.of();
        }
        byte[] pem = bytes(pointer, reference);
        if (pem == null) {
            return null;
        }
        try {
            return CredentialReader.authorities(pem);
        } catch (BadCertificate e) {
            violations.add(new Violation(pointer, String.valueOf(e.getMessage()), e.hint()));
            return null;
        }
    }
}
