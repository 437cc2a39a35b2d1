package dev.gatehouse.engine.model;

import org.jspecify.annotations.Nullable;

/** A certificate and its private key, which listeners serve and upstreams show to their targets. */
@Declaration(
        title = "Certificate",
        help = "A certificate with its private key, for listeners to serve and for upstreams to show to their targets.",
        example = "{chain: {file: /etc/gatehouse/shop.crt}, key: {file: /etc/gatehouse/shop.key}}")
public record Certificate(
        @Inline About about,

        @Setting(
                title = "Chain",
                help = "Where the certificate stands, with those between it and its authority: PEM, or a PKCS#12 store"
                        + " with its key (a file, or a secret in Base64).")
        SecretRef chain,

        @Setting(title = "Key", help = "Where the private key stands, PEM; a PKCS#12 store has its own.") @Nullable
        SecretRef key,

        @Setting(title = "Password", help = "Where the password of a locked key or of a PKCS#12 store stands.")
        @Nullable
        SecretRef password) {}
