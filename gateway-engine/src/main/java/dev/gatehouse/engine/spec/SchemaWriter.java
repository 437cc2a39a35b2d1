package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema of the whole document. */
public final class SchemaWriter {
    private SchemaWriter() {}

    /** The schema (2020-12) of a document that uses what the catalogue has. */
    public static ObjectNode schema(Catalogue catalogue) {
        throw new UnsupportedOperationException(catalogue.toString());
    }
}
