package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.snapshot.Compiled;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Bound;
import dev.gatehouse.engine.spec.Canonical;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Positions;
import dev.gatehouse.engine.spec.SecretUse;
import dev.gatehouse.engine.spec.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out whether a document can be served. Thread-safe. */
public final class Checker {
    private final Catalogue catalogue;
    private final SnapshotCompiler compiler;
    private final Supplier<Set<String>> tenants;
    private final SecretResolver secrets;

    /**
     * Checks against a catalogue.
     *
     * @param tenants tells the tenants that there are: whose objects there may be
     * @param secrets where secrets that are referred to have to be
     */
    public Checker(
            Catalogue catalogue, SnapshotCompiler compiler, Supplier<Set<String>> tenants, SecretResolver secrets) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.compiler = compiler;
        this.secrets = secrets;
    }

    /** Binds a document; what is not in the gateway's own store of secrets has to be where it says. */
    private Bound bind(Parsed document) {
        Bound bound = Binder.bind(document, catalogue, tenants.get(), secrets.names());
        List<Violation> violations = new ArrayList<>(bound.violations());
        for (SecretUse use : bound.secrets()) {
            try {
                if (use.reference().source() != SecretRef.Source.SECRET) {
                    secrets.bytes(use.reference());
                }
            } catch (SecretMissing e) {
                Violation missing = new Violation(use.pointer(), String.valueOf(e.getMessage()), null);
                violations.add(document.positions().place(missing));
            }
        }
        return violations.isEmpty() ? bound : new Bound(null, violations, bound.secrets());
    }

    /**
     * What the references of a document lead to, as a text that differs when any of it does; empty where there are no
     * references.
     */
    String fingerprint(ObjectNode document) {
        Parsed parsed = new Parsed(document, Positions.NONE, List.of());
        List<SecretUse> uses = Binder.bind(parsed, catalogue, tenants.get()).secrets();
        return uses.isEmpty()
                ? ""
                : secrets.fingerprint(uses.stream().map(SecretUse::reference).toList());
    }

    /** The objects of a document that refer to a secret of the gateway's store. */
    Set<String> users(ObjectNode document, String secret) {
        SecretRef wanted = new SecretRef(SecretRef.Source.SECRET, secret);
        Parsed parsed = new Parsed(document, Positions.NONE, List.of());
        return Binder.bind(parsed, catalogue, tenants.get()).secrets().stream()
                .filter(use -> use.reference().equals(wanted))
                .map(SecretUse::object)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Configuration bound(Parsed document) throws Refused.Invalid {
        Bound bound = bind(document);
        if (bound.configuration() == null) {
            throw new Refused.Invalid(bound.violations());
        }
        return bound.configuration();
    }

    /** The hash of what a document says. */
    String hash(Parsed document) throws Refused.Invalid {
        return Canonical.hash(Canonical.tree(bound(document)));
    }

    Candidate candidate(Parsed document, int number, @Nullable Snapshot previous) throws Refused.Invalid {
        Configuration configuration = bound(document);
        return candidate(document, configuration, compiler.compile(number, configuration, previous));
    }

    /** The candidate that a document is which was served before, and is to be served again. */
    Candidate again(Parsed document, int number, @Nullable Snapshot previous) throws Refused.Invalid {
        Configuration configuration = bound(document);
        return candidate(document, configuration, compiler.recompile(number, configuration, previous));
    }

    private static Candidate candidate(Parsed document, Configuration configuration, Compiled compiled)
            throws Refused.Invalid {
        Snapshot snapshot = compiled.snapshot();
        if (snapshot == null) {
            throw new Refused.Invalid(placed(document, compiled.violations()));
        }
        ObjectNode tree = Canonical.tree(configuration);
        return new Candidate(tree, Canonical.hash(tree), snapshot, compiled.warnings());
    }

    Findings findings(Parsed document, int number, @Nullable Snapshot previous) {
        Bound bound = bind(document);
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
