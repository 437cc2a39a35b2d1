package dev.gatehouse.engine.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate would be, looked at without serving it.
 *
 * @param chain the certificate and those up to its authority; as they stand where its key is of no use, empty if none could
 *     be read
 * @param paired whether the key belongs to it
 * @param bad why it cannot be read or is no pair, null if it can be used
 * @param ages what is to be said of the chain's age
 */
public record Inspection(
        List<X509Certificate> chain,
        boolean paired,
        @Nullable BadCertificate bad,
        List<Age> ages) {
    /** Looks at a certificate with its key. */
    public static Inspection of(CredentialReader.Source source, Instant now) {
        try {
            List<X509Certificate> chain = CredentialReader.read(source, null).chain();
            return new Inspection(chain, true, null, Age.of(chain, now));
        } catch (BadCertificate e) {
            List<X509Certificate> chain = CredentialReader.alone(source.chain());
            return new Inspection(chain, false, e, Age.of(chain, now));
        }
    }
}
