package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells of a certificate; never of its key.
 *
 * @param name its full name in the configuration; empty for one that was only looked at
 * @param state {@code good}, {@code expires-soon} or {@code expired}; empty if it is not told
 * @param subject whose it is, as an X.500 name
 * @param issuer who issued it
 * @param names the hosts that it is for
 * @param serial in hexadecimal
 * @param notBefore from when on it is good
 * @param notAfter the first end in its chain
 * @param chain the certificate and those up to its authority; empty for one that is served
 * @param lastError why a newer one is not served; null if it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificateFacts(
        String name,
        String state,
        String subject,
        String issuer,
        List<String> names,
        String serial,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        List<Link> chain,
        @Nullable Refused lastError) {
    /** Fills in what was not sent. */
    public CertificateFacts(
            @Nullable String name,
            @Nullable String state,
            @Nullable String subject,
            @Nullable String issuer,
            @Nullable List<String> names,
            @Nullable String serial,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable List<Link> chain,
            @Nullable Refused lastError) {
        this.name = name == null ? "" : name;
        this.state = state == null ? "" : state;
        this.subject = subject == null ? "" : subject;
        this.issuer = issuer == null ? "" : issuer;
        this.names = names == null ? List.of() : List.copyOf(names);
        this.serial = serial == null ? "" : serial;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
        this.chain = chain == null ? List.of() : List.copyOf(chain);
        this.lastError = lastError;
    }

    /** A certificate of a chain. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Link(
            String subject,
            String issuer,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter) {}

    /** Why a change of it failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Refused(String message) {}
}
