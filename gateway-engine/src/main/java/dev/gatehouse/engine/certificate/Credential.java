package dev.gatehouse.engine.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate with its chain and its private key, which belong together. Two are the same only if they are the same
 * object: what was read again unchanged stays the one that it was.
 */
public final class Credential {
    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final String digest;
    private final List<String> names;

    Credential(List<X509Certificate> chain, PrivateKey key, String digest) {
        this.chain = List.copyOf(chain);
        this.key = key;
        this.digest = digest;
        names = SubjectNames.of(chain.getFirst());
    }

    /** The certificate and those up to its authority, each issued by the next. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The private key; kept out of texts. */
    public PrivateKey key() {
        return key;
    }

    /** The hosts that it is for, in lower case: names, names that begin with {@code *.}, IP addresses. */
    public List<String> names() {
        return names;
    }

    /** A text that differs when what it was read from differs; tells nothing of the key. */
    String digest() {
        return digest;
    }

    /** From when on the whole chain is good. */
    public Instant notBefore() {
        return chain.stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Until when the whole chain is good. */
    public Instant notAfter() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Tells whose it is, and nothing of the key. */
    @Override
    public String toString() {
        return "credential of " + leaf().getSubjectX500Principal().getName();
    }
}
