package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.certificate.SubjectNames;
import dev.gatehouse.engine.exchange.ClientCertificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Tells of a finished handshake who the client has proved to be. */
public final class ClientCertificates {
    private ClientCertificates() {}

    /** The client's certificate, or null if it has shown none. */
    public static @Nullable ClientCertificate of(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate shown ? told(shown) : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was verified cannot be read", e);
        }
    }

    private static ClientCertificate told(X509Certificate shown) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getEncoded());
        return new ClientCertificate(
                shown.getSubjectX500Principal().getName(),
                shown.getIssuerX500Principal().getName(),
                SubjectNames.all(shown),
                shown.getSerialNumber().toString(16),
                HexFormat.of().formatHex(digest));
    }
}
