package dev.gatehouse.app.client;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Whom the console believes to be a gateway over TLS: whom the system trusts, or exactly one certificate. A pinned
 * certificate is believed whatever its issuer and names are, and nothing else is; that is stricter than the system.
 */
public final class Trust {
    /** As the system trusts. */
    public static final Trust SYSTEM = new Trust(null);

    /** Whoever answers: only for what carries nothing secret to an address that is known. */
    static final Trust ANYONE = new Trust("");

    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private final @Nullable String fingerprint;

    private Trust(@Nullable String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /**
     * One certificate only.
     *
     * @param fingerprint as {@link #fingerprint(X509Certificate)} gives it
     */
    public static Trust pinned(String fingerprint) {
        return new Trust(fingerprint);
    }

    /** A certificate's SHA-256, as pairs of capital hexadecimal digits between colons. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pinned certificate's fingerprint, null for the system's trust. */
    public @Nullable String fingerprint() {
        return fingerprint;
    }

    /** Makes a client believe so. */
    OkHttpClient.Builder apply(OkHttpClient.Builder client) {
        if (fingerprint == null) {
            return client;
        }
        Pinned manager = new Pinned(fingerprint);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            // The one certificate is the identity; its names say nothing more.
            return client.sslSocketFactory(context.getSocketFactory(), manager)
                    .hostnameVerifier((host, session) -> true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Pinned extends X509ExtendedTrustManager {
        private final String fingerprint;

        Pinned(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            String presented = chain.length == 0 ? "" : fingerprint(chain[0]);
            if (!fingerprint.isEmpty() && !presented.equals(fingerprint)) {
                throw new CertificateException("pinned " + fingerprint + ", presented " + presented);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
