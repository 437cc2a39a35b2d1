package dev.gatehouse.engine;

import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.model.SecretRef;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** An authority, what it has issued, and the secrets in which a gateway finds it. */
public final class Pki implements SecretValues {
    private final X509Bundle authority;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** A new authority. */
    public Pki() throws Exception {
        authority = new CertificateBuilder()
                .subject("CN=Test Authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        secrets.put("authority", authority.getCertificatePEM());
    }

    /** The authority's own certificate, PEM. */
    public String authority() {
        return authority.getCertificatePEM();
    }

    /** Something that is issued, good for a year from yesterday, unless the test says otherwise. */
    public static CertificateBuilder certificate(String subject, String... hosts) {
        Instant now = Instant.now();
        CertificateBuilder builder = new CertificateBuilder()
                .ecp256()
                .subject(subject)
                .notBefore(now.minus(Duration.ofDays(1)))
                .notAfter(now.plus(Duration.ofDays(365)));
        for (String host : hosts) {
            if (host.matches("[0-9.]+")) {
                builder.addSanIpAddress(host);
            } else if (host.startsWith("*")) {
                builder.addExtensionOctetString("2.5.29.17", false, names(host)); // the builder knows no wildcards
            } else {
                builder.addSanDnsName(host);
            }
        }
        return builder;
    }

    private static byte[] names(String host) {
        byte[] text = host.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.writeBytes(new byte[] {0x30, (byte) (text.length + 2), (byte) 0x82, (byte) text.length});
        der.writeBytes(text);
        return der.toByteArray();
    }

    /** Issues. */
    public X509Bundle issue(CertificateBuilder builder) throws Exception {
        return builder.buildIssuedBy(authority);
    }

    /** Puts a certificate for hosts into the secrets {@code NAME.crt} and {@code NAME.key}. */
    public X509Bundle put(String name, String... hosts) throws Exception {
        X509Bundle issued = issue(certificate("CN=" + name, hosts));
        put(name, issued);
        return issued;
    }

    /** Puts what was issued into such secrets. */
    public void put(String name, X509Bundle issued) {
        secrets.put(name + ".crt", issued.getCertificatePathPEM());
        secrets.put(name + ".key", issued.getPrivateKeyPEM());
    }

    /** Writes a certificate for hosts into files of a directory; gives the YAML of it. */
    public String file(Path directory, String name, String... hosts) throws Exception {
        X509Bundle issued = put(name, hosts);
        Path chain = Files.writeString(directory.resolve(name + ".crt"), issued.getCertificatePathPEM());
        Path key = Files.writeString(directory.resolve(name + ".key"), issued.getPrivateKeyPEM());
        return "%s: {chain: {file: \"%s\"}, key: {file: \"%s\"}}".formatted(name, chain, key);
    }

    /** Puts any secret. */
    public void secret(String secret, String value) {
        secrets.put(secret, value);
    }

    /** YAML of a certificate in these secrets. */
    public static String yaml(String name) {
        return "%1$s: {chain: {secret: %1$s.crt}, key: {secret: %1$s.key}}".formatted(name);
    }

    @Override
    public String value(SecretRef reference) throws SecretMissing {
        String value = secrets.get(reference.name());
        if (value == null) {
            throw new SecretMissing("There is no secret '" + reference.name() + "'.");
        }
        return value;
    }

    /** A context that believes the authority, and shows a certificate where one is given. */
    public SSLContext context(@Nullable X509Bundle own) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager[] keys = own == null ? null : own.toKeyManagerFactory().getKeyManagers();
        context.init(keys, new TrustManager[] {authority.toTrustManager()}, null);
        return context;
    }

    /** An open connection with a finished handshake; the host is asked for by SNI and checked. */
    public SSLSocket connect(int port, String host, @Nullable X509Bundle own) throws Exception {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setSoTimeout(10_000);
        try {
            SSLSocket socket = (SSLSocket) context(own).getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            if (!host.matches("[0-9.]+")) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** A store of the kind that most tools export. */
    public static KeyStore pkcs12(X509Bundle issued, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("entry", issued.getKeyPair().getPrivate(), password, issued.getCertificatePath());
        return store;
    }
}
