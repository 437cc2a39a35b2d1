package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Configuration;

/** The one way to write a configuration. */
public final class Canonical {
    private Canonical() {}

    /** The configuration with defaults left out. */
    public static ObjectNode tree(Configuration configuration) {
        throw new UnsupportedOperationException(configuration.toString());
    }

    /** The configuration with every default filled in. */
    public static ObjectNode effective(Configuration configuration) {
        throw new UnsupportedOperationException(configuration.toString());
    }

    /** The SHA-256 of a canonical tree in hexadecimal; the order of keys does not count. */
    public static String hash(JsonNode tree) {
        throw new UnsupportedOperationException(tree.toString());
    }
}
