package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a tree as YAML for people: block style, no needless quotes, no document marker. */
public final class YamlWriter {
    private YamlWriter() {}

    /** The tree as YAML, ending with a line break. */
    public static String write(JsonNode tree) {
        throw new UnsupportedOperationException(tree.toString());
    }
}
