package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of a certificate before it is stored or applied.
 *
 * @param certificate what it is; null if it could not be read
 * @param paired whether its key belongs to it
 * @param violations why an apply would refuse it; empty if it would not
 * @param warnings what is odd about it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Inspection(
        @Nullable CertificateFacts certificate, boolean paired, List<Finding> violations, List<Finding> warnings) {
    /** Fills in what was not sent. */
    public Inspection(
            @Nullable CertificateFacts certificate,
            boolean paired,
            @Nullable List<Finding> violations,
            @Nullable List<Finding> warnings) {
        this.certificate = certificate;
        this.paired = paired;
        this.violations = violations == null ? List.of() : List.copyOf(violations);
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
