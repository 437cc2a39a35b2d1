package dev.gatehouse.engine.http.tls;

import dev.gatehouse.engine.model.TlsVersion;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.ReferenceCountUtil;
import java.lang.ref.Cleaner;
import java.util.List;
import javax.net.ssl.SSLException;

/** Makes the contexts of one data path, and frees them. Used on the control plane's thread. */
public final class Contexts {
    private final Cleaner cleaner = Cleaner.create();

    /** What the contexts of a data path are made by. */
    public Contexts() {}

    /** Whether BoringSSL does the work, else the JDK. */
    public static boolean isNative() {
        return OpenSsl.isAvailable();
    }

    /** Adds what holds for every context: who does the work, versions, and ciphers that nobody doubts. */
    static SslContextBuilder common(SslContextBuilder builder, TlsVersion minimum) {
        List<String> versions = minimum == TlsVersion.TLS_1_3 ? List.of("TLSv1.3") : List.of("TLSv1.3", "TLSv1.2");
        return builder.sslProvider(isNative() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
                .protocols(versions)
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE);
    }

    /** Builds a context that lives as long as its owner can be reached. */
    SslContext build(Object owner, SslContextBuilder builder) throws SSLException {
        SslContext context = builder.build();
        cleaner.register(owner, () -> ReferenceCountUtil.release(context));
        return context;
    }
}
