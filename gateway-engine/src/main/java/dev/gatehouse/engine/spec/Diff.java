package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Compares two configurations by object and field. */
public final class Diff {
    private Diff() {}

    /** The differences between two canonical trees, by kind, then in the order of the documents. */
    public static List<Change> between(ObjectNode before, ObjectNode after) {
        throw new UnsupportedOperationException(before + " " + after);
    }
}
