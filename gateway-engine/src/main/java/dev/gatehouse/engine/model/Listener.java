package dev.gatehouse.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address and port where clients connect. */
@Declaration(
        title = "Listener",
        help = "An address and port where clients connect.",
        example = "{address: 0.0.0.0, port: 8080}")
public record Listener(
        @Inline About about,

        @Setting(
                title = "Address",
                help = "The IP address to bind; 0.0.0.0 takes connections on every interface.",
                byDefault = "0.0.0.0",
                format = Setting.Format.BIND_ADDRESS)
        String address,

        @Setting(title = "Port", help = "The TCP port; 0 takes any free one.", min = "0", max = "65535")
        int port,

        @Setting(
                title = "Role",
                help = "An edge listener serves every route that names no listener; an inbound one only routes that"
                        + " name it.",
                byDefault = "edge")
        Role role,

        @Setting(
                title = "HTTP/2",
                help = "Whether clients may speak HTTP/2 besides HTTP/1.1; by TLS as ALPN agrees, in cleartext with"
                        + " prior knowledge.",
                byDefault = "true")
        boolean http2,

        @Setting(
                title = "Trusted proxies",
                help = "Networks of proxies in front whose Forwarded, X-Forwarded-* and X-Request-Id headers are"
                        + " believed.",
                format = Setting.Format.CIDR)
        List<String> trustedProxies,

        @Setting(title = "TLS", help = "How the listener speaks TLS; without it, it speaks plain http.") @Nullable
        ListenerTls tls,

        @Setting(title = "Limits", help = "What a client may send at most.")
        ListenerLimits limits) {
    public Listener {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** The same listener at another port. */
    public Listener at(int otherPort) {
        return new Listener(about, address, otherPort, role, http2, trustedProxies, tls, limits);
    }
}
