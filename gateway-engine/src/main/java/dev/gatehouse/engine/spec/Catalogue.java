package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Ordered;
import dev.gatehouse.engine.model.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of policies and destinations that a document may use.
 *
 * @param policies the records of policies by {@link Declaration#type()}
 * @param destinations the records of destinations by {@link Declaration#type()}
 */
public record Catalogue(
        Map<String, Class<? extends Step>> policies, Map<String, Class<? extends Destination>> destinations) {
    public Catalogue {
        policies = Ordered.copy(policies);
        destinations = Ordered.copy(destinations);
    }

    /** A catalogue of these records; each must be a record with a {@link Declaration} that names its type. */
    public static Catalogue of(List<Class<? extends Step>> policies, List<Class<? extends Destination>> destinations) {
        return new Catalogue(byType(policies), byType(destinations));
    }

    private static <T> Map<String, Class<? extends T>> byType(List<Class<? extends T>> kinds) {
        Map<String, Class<? extends T>> byType = new LinkedHashMap<>();
        for (Class<? extends T> kind : kinds) {
            Declaration declaration = kind.getAnnotation(Declaration.class);
            if (!kind.isRecord() || declaration == null || declaration.type().isEmpty()) {
                throw new IllegalArgumentException(kind + " is no record with a @Declaration that names its type");
            }
            if (byType.putIfAbsent(declaration.type(), kind) != null) {
                throw new IllegalArgumentException("two kinds have the type " + declaration.type());
            }
        }
        return byType;
    }
}
