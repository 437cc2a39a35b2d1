package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a listener speaks TLS; a listener that has it speaks nothing else. */
@Declaration(
        title = "Listener TLS",
        help = "How the listener speaks TLS; with it, clients come by https only.",
        example = "{certificates: [shop]}")
public record ListenerTls(
        @Setting(
                title = "Certificates",
                help = "The client's server name chooses among them: one with exactly that name, else one with a"
                        + " wildcard for it, else the first.",
                refersTo = "certificates",
                min = "1",
                max = "1000")
        List<String> certificates,

        @Setting(title = "Minimum", help = "The oldest version of TLS that is spoken.", byDefault = "tls1.2")
        TlsVersion minimum,

        @Setting(
                title = "Clients",
                help = "Whether clients show a certificate: none are asked; optional asks, and takes those who have"
                        + " none; required ends the handshake without one.",
                byDefault = "none")
        Clients clients,

        @Setting(
                title = "Client authorities",
                help = "Where the certificates of the authorities stand whose clients are believed, PEM.")
        @Nullable
        SecretRef clientAuthorities,

        @Setting(
                title = "Handshake time",
                help = "Time in which a handshake must be complete; the connection is closed after it.",
                byDefault = "10s",
                min = "100ms",
                max = "5m",
                advanced = true)
        Duration handshakeTime,

        @Setting(
                title = "Strict transport security",
                help = "Tells browsers to come by https only (Strict-Transport-Security, RFC 6797).")
        @Nullable
        Hsts hsts) {
    public ListenerTls {
        certificates = List.copyOf(certificates);
        if (clients != Clients.NONE && clientAuthorities == null) {
            throw new IllegalArgumentException(
                    "clients are asked for certificates, and clientAuthorities does not say whose are believed");
        }
        if (clients == Clients.NONE && clientAuthorities != null) {
            throw new IllegalArgumentException(
                    "clientAuthorities says whose certificates are believed, and clients are not asked for any");
        }
    }

    /** What is asked of clients. */
    public enum Clients {
        NONE,
        OPTIONAL,
        REQUIRED
    }
}
