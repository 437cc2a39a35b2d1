package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.model.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the tests of this package read documents with. */
final class Documents {
    static final Catalogue CATALOGUE = Catalogue.of(List.of(), Destinations.BUILT_IN);
    static final Catalogue WITH_POLICY = Catalogue.of(List.of(TestPolicy.class), Destinations.BUILT_IN);
    static final Set<String> TENANTS = Set.of("acme", "globex");

    private Documents() {}

    static Bound bind(String yaml) {
        return Binder.bind(Document.parse(yaml, Format.YAML), CATALOGUE, TENANTS);
    }

    static Configuration good(String yaml) {
        Bound bound = bind(yaml);
        if (bound.configuration() == null) {
            throw new AssertionError(bound.violations().toString());
        }
        return bound.configuration();
    }

    /** The violations as "pointer@line:column message | hint". */
    static List<String> violations(String yaml) {
        return lines(bind(yaml).violations());
    }

    static List<String> lines(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.pointer() + "@" + v.line() + ":" + v.column() + " " + v.message()
                        + (v.hint() == null ? "" : " | " + v.hint()))
                .toList();
    }

    /** The object of a name, which must be there. */
    static <T> T get(Map<String, T> objects, String name) {
        return Objects.requireNonNull(objects.get(name), name);
    }
}
