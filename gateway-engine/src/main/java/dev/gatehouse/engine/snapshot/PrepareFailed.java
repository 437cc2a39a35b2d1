package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.spec.Violation;
import java.util.List;

/** A snapshot cannot be served on this machine, such as when a port is taken. */
public final class PrepareFailed extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Violation> violations;

    /** Fails with at least one violation. */
    public PrepareFailed(List<Violation> violations) {
        super(violations.getFirst().message());
        this.violations = List.copyOf(violations);
    }

    /** Everything that stands in the way. */
    public List<Violation> violations() {
        return violations;
    }
}
