package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Applies patches to trees; neither the tree nor the patch is changed. */
public final class Patch {
    private Patch() {}

    /** Applies a JSON merge patch (RFC 7386). */
    public static JsonNode merge(JsonNode tree, JsonNode patch) {
        throw new UnsupportedOperationException(tree + " " + patch);
    }

    /** Applies a JSON patch (RFC 6902), all of it or none. */
    public static JsonNode apply(JsonNode tree, JsonNode patch) throws PatchFailed {
        throw new PatchFailed(tree + " " + patch);
    }
}
