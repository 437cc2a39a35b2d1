package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Binds a document to the records of the model and finds everything that is wrong with it. */
public final class Binder {
    private Binder() {}

    /** Binds a tree of a gateway without tenants. */
    public static Bound bind(JsonNode tree, Catalogue catalogue) {
        return bind(tree, catalogue, Set.of());
    }

    /** Binds a tree; an owner must be one of the tenants. */
    public static Bound bind(JsonNode tree, Catalogue catalogue, Set<String> tenants) {
        throw new UnsupportedOperationException(tree + " " + catalogue + tenants);
    }

    /** Binds what was read from a text; its violations are among the result's. */
    public static Bound bind(Parsed parsed, Catalogue catalogue, Set<String> tenants) {
        throw new UnsupportedOperationException(parsed + " " + catalogue + tenants);
    }
}
