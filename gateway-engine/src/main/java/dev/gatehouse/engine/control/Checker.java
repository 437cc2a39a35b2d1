package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.snapshot.Compiled;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Bound;
import dev.gatehouse.engine.spec.Canonical;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether a document can be served. Thread-safe. */
public final class Checker {
    private final Catalogue catalogue;
    private final SnapshotCompiler compiler;

    /** Checks against a catalogue. */
    public Checker(Catalogue catalogue, SnapshotCompiler compiler) {
        this.catalogue = catalogue;
        this.compiler = compiler;
    }

    Configuration bound(Parsed document) throws Refused.Invalid {
        Bound bound = Binder.bind(document, catalogue, Set.of());
        if (bound.configuration() == null) {
            throw new Refused.Invalid(bound.violations());
        }
        return bound.configuration();
    }

    Candidate candidate(Parsed document, int number, @Nullable Snapshot previous) throws Refused.Invalid {
        Configuration configuration = bound(document);
        Compiled compiled = compiler.compile(number, configuration, previous);
        Snapshot snapshot = compiled.snapshot();
        if (snapshot == null) {
            throw new Refused.Invalid(placed(document, compiled.violations()));
        }
        ObjectNode tree = Canonical.tree(configuration);
        return new Candidate(tree, Canonical.hash(tree), snapshot, compiled.warnings());
    }

    Findings findings(Parsed document, int number, @Nullable Snapshot previous) {
        Bound bound = Binder.bind(document, catalogue, Set.of());
        if (bound.configuration() == null) {
            return new Findings(bound.violations(), List.of());
        }
        Compiled compiled = compiler.compile(number, bound.configuration(), previous);
        return new Findings(placed(document, compiled.violations()), compiled.warnings());
    }

    private static List<Violation> placed(Parsed document, List<Violation> violations) {
        return violations.stream().map(document.positions()::place).toList();
    }
}
