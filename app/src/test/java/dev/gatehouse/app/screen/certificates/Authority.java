package dev.gatehouse.app.screen.certificates;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** An authority, what it issues, and a client that believes it. */
public final class Authority {
    private final X509Bundle own;

    /** A new one. */
    public Authority() throws Exception {
        own = new CertificateBuilder()
                .subject("CN=Example Authority,O=Example")
                .notBefore(Instant.now().minus(Duration.ofDays(100)))
                .notAfter(Instant.now().plus(Duration.ofDays(3000)))
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    /** A certificate for a host, good from a month ago for some days more; negative for one that has expired. */
    public X509Bundle issue(String subject, String host, long days) throws Exception {
        Instant now = Instant.now();
        return new CertificateBuilder()
                .subject(subject)
                .addSanDnsName(host)
                .notBefore(now.minus(Duration.ofDays(30)))
                .notAfter(now.plus(Duration.ofDays(days)).plus(Duration.ofHours(5)))
                .buildIssuedBy(own);
    }

    /** The certificate with its authority's, PEM. */
    public String chain(X509Bundle issued) {
        return issued.getCertificatePEM() + own.getCertificatePEM();
    }

    /** A store with both, as most tools export it. */
    public byte[] pkcs12(X509Bundle issued, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "entry", issued.getKeyPair().getPrivate(), password.toCharArray(), issued.getCertificatePath());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    /** Whose certificate a client gets that asks for a host. */
    public String shown(int port, String host) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {own.toTrustManager()}, null);
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }
}
