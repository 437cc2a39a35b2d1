package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.engine.model.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds a document to the records of the model and finds everything that is wrong with it: unknown and missing fields,
 * types, bounds, formats, rules of the records' constructors, and names that refer to nothing.
 */
public final class Binder {
    private Binder() {}

    /** Binds a tree of a gateway without tenants. */
    public static Bound bind(JsonNode tree, Catalogue catalogue) {
        return bind(tree, catalogue, Set.of());
    }

    /** Binds a tree; an owner must be one of the tenants. */
    public static Bound bind(JsonNode tree, Catalogue catalogue, Set<String> tenants) {
        return bind(new Parsed(tree, Positions.NONE, List.of()), catalogue, tenants);
    }

    /** Binds what was read from a text, wherever its secrets may be; its violations are among the result's. */
    public static Bound bind(Parsed parsed, Catalogue catalogue, Set<String> tenants) {
        return bind(parsed, catalogue, tenants, null);
    }

    /**
     * Binds what was read from a text; its violations are among the result's.
     *
     * @param secrets the names of the secrets that there are; null where nobody knows
     */
    public static Bound bind(Parsed parsed, Catalogue catalogue, Set<String> tenants, @Nullable Set<String> secrets) {
        if (parsed.tree() == null) {
            return new Bound(null, parsed.violations(), List.of());
        }
        Problems problems = new Problems(parsed.positions(), parsed.violations());
        References references = new References();
        Object configuration = new Binding(catalogue, problems, references)
                .object(parsed.tree(), ObjectShape.of(Configuration.class), Path.ROOT, null);
        references.check(tenants, secrets, problems);
        List<Violation> violations = problems.inOrder();
        return new Bound(
                violations.isEmpty() ? (@Nullable Configuration) configuration : null,
                violations,
                references.secrets());
    }

    /**
     * Binds a list of objects that stands by itself, such as a file of targets; none of them may refer to others.
     *
     * @return the violations of what was read, or of the list; the entries if there are none
     */
    public static <T> Listed<T> list(Parsed parsed, Class<T> of) {
        if (parsed.tree() == null) {
            return new Listed<>(List.of(), parsed.violations());
        }
        Problems problems = new Problems(parsed.positions(), parsed.violations());
        List<T> entries = new ArrayList<>();
        if (parsed.tree() instanceof ArrayNode array) {
            Binding binding = new Binding(Catalogue.of(List.of(), List.of()), problems, new References());
            for (int i = 0; i < array.size(); i++) {
                Object entry = binding.object(array.get(i), ObjectShape.of(of), Path.ROOT.child(i), null);
                if (of.isInstance(entry)) {
                    entries.add(of.cast(entry));
                }
            }
        } else {
            problems.must(Path.ROOT, "a list", parsed.tree(), null);
        }
        List<Violation> violations = problems.inOrder();
        return new Listed<>(violations.isEmpty() ? entries : List.of(), violations);
    }
}
