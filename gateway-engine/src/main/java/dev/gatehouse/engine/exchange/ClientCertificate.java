package dev.gatehouse.engine.exchange;

import java.util.List;

/**
 * The certificate that a client has shown, whose authority the listener believes.
 *
 * @param subject its subject (RFC 2253), such as {@code CN=till 7,O=Example}
 * @param issuer the subject of its authority
 * @param names its subject alternative names: hosts, addresses, mail addresses, URIs
 * @param serial its serial number in hexadecimal
 * @param fingerprint the SHA-256 of the certificate in hexadecimal
 */
public record ClientCertificate(String subject, String issuer, List<String> names, String serial, String fingerprint) {
    public ClientCertificate {
        names = List.copyOf(names);
    }
}
