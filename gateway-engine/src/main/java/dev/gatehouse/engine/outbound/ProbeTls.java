package dev.gatehouse.engine.outbound;

import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.snapshot.TargetTls;
import dev.gatehouse.engine.upstream.TargetState;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Lets probes speak TLS to targets as requests do: the same authorities, certificate and name. */
final class ProbeTls {
    private static final char[] NO_PASSWORD = new char[0];

    private ProbeTls() {}

    /** The name that a target is asked by; the target need not be found under it. */
    static String name(TargetTls tls, TargetState target) {
        String other = tls.settings().serverName();
        return other == null ? target.name() : other;
    }

    /** A client that speaks TLS to targets. */
    static OkHttpClient client(OkHttpClient plain, TargetTls tls) {
        try {
            X509TrustManager trust = tls.settings().verify() ? trust(tls.authorities()) : new Anyone();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(tls.credential()), new TrustManager[] {trust}, null);
            OkHttpClient.Builder client = plain.newBuilder().sslSocketFactory(context.getSocketFactory(), trust);
            if (!tls.settings().verify()) {
                client.hostnameVerifier((_, _) -> true);
            }
            return client.build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("certificates that were read once cannot be used", e);
        }
    }

    private static X509TrustManager trust(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore store = null;
        if (!authorities.isEmpty()) {
            store = empty();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry(Integer.toString(i), authorities.get(i));
            }
        }
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyManager[] keys(@Nullable Credential credential) throws GeneralSecurityException, IOException {
        if (credential == null) {
            return new KeyManager[0];
        }
        KeyStore store = empty();
        store.setKeyEntry(
                "own", credential.key(), NO_PASSWORD, credential.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Believes whoever answers: what {@code verify: false} says. */
    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
