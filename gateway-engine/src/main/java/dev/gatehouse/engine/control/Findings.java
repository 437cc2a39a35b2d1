package dev.gatehouse.engine.control;

import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import java.util.List;

/** What is wrong and what is odd about a document. */
public record Findings(List<Violation> violations, List<Warning> warnings) {
    public Findings {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }
}
