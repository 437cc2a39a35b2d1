package dev.gatehouse.engine.model;

import org.jspecify.annotations.Nullable;

/** How the targets of an upstream are spoken to in TLS. */
@Declaration(
        title = "Upstream TLS",
        help = "How the targets are spoken to in TLS; {} is enough where they have certificates of a public authority.",
        example = "{authorities: {file: /etc/gatehouse/inside-ca.pem}, serverName: catalog.inside}")
public record UpstreamTls(
        @Setting(
                title = "Verify",
                help = "Whether a target must show a certificate for its name by an authority that is believed."
                        + " Without it anyone in between can read and change everything.",
                byDefault = "true")
        boolean verify,

        @Setting(
                title = "Authorities",
                help = "Where the certificates of the authorities stand that are believed, PEM; without it, those that"
                        + " come with the gateway's Java.")
        @Nullable
        SecretRef authorities,

        @Setting(
                title = "Certificate",
                help = "The certificate that the gateway shows to targets that ask for one.",
                refersTo = "certificates")
        @Nullable
        String certificate,

        @Setting(
                title = "Server name",
                help = "The name that is asked for and that the target's certificate must have; without it, the host"
                        + " of its address.",
                pattern = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*",
                max = "253")
        @Nullable
        String serverName,

        @Setting(title = "Minimum", help = "The oldest version of TLS that is spoken.", byDefault = "tls1.2")
        TlsVersion minimum) {}
