package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.SecretRef;

/**
 * A field of a document that refers to a secret.
 *
 * @param pointer where it stands
 */
public record SecretUse(String pointer, SecretRef reference) {
    /** The object in which it stands, as {@code routes/products}. */
    public String object() {
        String[] segments = pointer.split("/", 4);
        return segments.length < 3
                ? pointer
                : segments[1] + "/" + segments[2].replace("~1", "/").replace("~0", "~");
    }
}
