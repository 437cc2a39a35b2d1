package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway finds about a document.
 *
 * @param violations why it cannot be applied; empty if it can
 * @param warnings what is odd about it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Findings(List<Finding> violations, List<Finding> warnings) {
    /** Fills in what was not sent. */
    public Findings(@Nullable List<Finding> violations, @Nullable List<Finding> warnings) {
        this.violations = violations == null ? List.of() : List.copyOf(violations);
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** Nothing found. */
    public static Findings none() {
        return new Findings(null, null);
    }

    /** The violations that a gateway refused a write with; none if it refused for another reason. */
    public static Findings of(AdminFailed refusal) {
        return Shapes.read(refusal.body(), Findings.class);
    }
}
