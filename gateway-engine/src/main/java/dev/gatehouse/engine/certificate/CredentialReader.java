package dev.gatehouse.engine.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a certificate with its key. The chain may stand in any order and hold more than is needed: it is put in order from
 * the certificate that the key belongs to.
 */
public final class CredentialReader {
    private static final String CHAIN = "chain";
    private static final String KEY = "key";
    private static final int LEAST_RSA_BITS = 2048;
    private static final int SEQUENCE = 0x30;

    private CredentialReader() {}

    /**
     * What a certificate's references lead to.
     *
     * @param chain PEM or PKCS#12
     * @param key PEM, null for PKCS#12
     * @param password null for none
     */
    public record Source(
            byte[] chain, byte @Nullable [] key, @Nullable String password) {
        private String digest() {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                for (byte[] part : List.of(
                        chain,
                        key == null ? new byte[0] : key,
                        password == null ? new byte[0] : password.getBytes(StandardCharsets.UTF_8))) {
                    sha.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
                    sha.update(part);
                }
                return HexFormat.of().formatHex(sha.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "source of a certificate";
        }
    }

    /** Reads a credential; the one from before if its source is the same. */
    public static Credential read(Source source, @Nullable Credential before) throws BadCertificate {
        String digest = source.digest();
        if (before != null && before.digest().equals(digest)) {
            return before;
        }
        byte[] store = pkcs12(source.chain());
        return store == null ? ofPem(source, digest) : ofStore(store, source, digest);
    }

    /** The certificates of authorities, PEM. */
    public static List<X509Certificate> authorities(byte[] pem) throws BadCertificate {
        List<X509Certificate> all = certificates(Pem.blocks(text(pem)));
        if (all.isEmpty()) {
            throw new BadCertificate(CHAIN, "There is no certificate in it.", "It has to be PEM, one after the other.");
        }
        return all;
    }

    /** The certificates of a PEM text whose key is of no use, as they stand; none of a store, nor of what is damaged. */
    static List<X509Certificate> alone(byte[] pem) {
        try {
            return pkcs12(pem) == null ? certificates(Pem.blocks(text(pem))) : List.of();
        } catch (BadCertificate e) {
            return List.of();
        }
    }

    private static Credential ofPem(Source source, String digest) throws BadCertificate {
        List<Pem.Block> blocks = Pem.blocks(text(source.chain()));
        List<X509Certificate> chain = certificates(blocks);
        if (chain.isEmpty()) {
            throw new BadCertificate(CHAIN, "There is no certificate in it.", "It has to be PEM or PKCS#12.");
        }
        List<Pem.Block> keys = new ArrayList<>(source.key() == null ? blocks : Pem.blocks(text(source.key())));
        keys.removeIf(block -> !block.isKey());
        if (keys.isEmpty()) {
            throw source.key() == null
                    ? new BadCertificate(CHAIN, "There is no private key with it.", "Add 'key' with a reference to it.")
                    : new BadCertificate(KEY, "There is no private key in it.", "It has to be PEM.");
        }
        PrivateKey key = PrivateKeys.read(keys.getFirst(), source.password());
        return credential(chain, key, source.key() == null ? CHAIN : KEY, digest);
    }

    private static Credential ofStore(byte[] bytes, Source source, String digest) throws BadCertificate {
        if (source.key() != null) {
            throw new BadCertificate(KEY, "The chain is a PKCS#12 store, which has its own key.", "Leave 'key' out.");
        }
        char[] password =
                source.password() == null ? new char[0] : source.password().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (store.getKey(alias, password) instanceof PrivateKey key && chain != null) {
                    List<X509Certificate> all = Arrays.stream(chain)
                            .filter(X509Certificate.class::isInstance)
                            .map(X509Certificate.class::cast)
                            .toList();
                    return credential(all, key, CHAIN, digest);
                }
            }
            throw new BadCertificate(CHAIN, "The PKCS#12 store has no private key with a certificate.", null);
        } catch (IOException | GeneralSecurityException e) {
            if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
                throw source.password() == null
                        ? new BadCertificate(
                                "password", "The PKCS#12 store is locked.", "Add 'password' with a reference to it.")
                        : new BadCertificate("password", "The password does not open the PKCS#12 store.", null);
            }
            throw new BadCertificate(CHAIN, "It can be read neither as PEM nor as PKCS#12.", null);
        }
    }

    private static Credential credential(List<X509Certificate> all, PrivateKey key, String blamed, String digest)
            throws BadCertificate {
        for (X509Certificate one : all) {
            if (belong(one.getPublicKey(), key)) {
                if (one.getPublicKey() instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                    throw new BadCertificate(
                            CHAIN,
                            "The RSA key has " + rsa.getModulus().bitLength() + " bits, which is not safe.",
                            "Have a certificate made for a key of at least 2048 bits.");
                }
                return new Credential(ordered(one, all), key, digest);
            }
        }
        throw new BadCertificate(
                blamed,
                "The private key does not belong to the certificate of "
                        + all.getFirst().getSubjectX500Principal().getName() + ".",
                "Give the key with which this certificate was asked for.");
    }

    private static boolean belong(PublicKey publicKey, PrivateKey key) {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] text = {1, 2, 3};
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(text);
            byte[] signature = signer.sign();
            signer.initVerify(publicKey);
            signer.update(text);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // kinds of keys that differ
        }
    }

    private static List<X509Certificate> ordered(X509Certificate leaf, List<X509Certificate> all) {
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        X509Certificate last = leaf;
        while (last != null && !last.getIssuerX500Principal().equals(last.getSubjectX500Principal())) {
            X509Certificate below = last;
            last = all.stream()
                    .filter(one -> !chain.contains(one) && issued(one, below))
                    .findFirst()
                    .orElse(null);
            if (last != null) {
                chain.add(last);
            }
        }
        return chain;
    }

    private static boolean issued(X509Certificate issuer, X509Certificate issued) {
        if (!issuer.getSubjectX500Principal().equals(issued.getIssuerX500Principal())) {
            return false;
        }
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(List<Pem.Block> blocks) throws BadCertificate {
        List<X509Certificate> all = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem.Block block : blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    Certificate one = factory.generateCertificate(new ByteArrayInputStream(block.der()));
                    all.add((X509Certificate) one);
                }
            }
        } catch (CertificateException e) {
            throw new BadCertificate(CHAIN, "Certificate " + (all.size() + 1) + " in it is damaged.", null);
        }
        return all;
    }

    /** The store itself, or null for what is no PKCS#12. */
    private static byte @Nullable [] pkcs12(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == SEQUENCE) {
            return bytes;
        }
        String text = text(bytes);
        if (text.contains("-----BEGIN")) {
            return null;
        }
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(text.strip());
            return decoded.length > 0 && decoded[0] == SEQUENCE ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
