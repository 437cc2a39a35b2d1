package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.ServerTls;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;

/** Tells browsers to come by https only (RFC 6797), where an https listener says so. */
final class TransportSecurity {
    private static final AsciiString HEADER = AsciiString.cached("strict-transport-security");

    private TransportSecurity() {}

    static void tell(CompiledListener listener, HttpHeaders headers) {
        ServerTls tls = listener.tls();
        if (tls != null && tls.hsts() != null) {
            headers.set(HEADER, tls.hsts());
        }
    }
}
