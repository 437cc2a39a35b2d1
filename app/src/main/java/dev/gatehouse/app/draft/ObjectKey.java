package dev.gatehouse.app.draft;

import org.jspecify.annotations.Nullable;

/**
 * Names an object of the document.
 *
 * @param kind the collection that holds it, such as {@code routes}
 * @param name its name there
 */
public record ObjectKey(String kind, String name) {
    /** The object that a pointer into the document leads to or into; null if it leads to none. */
    public static @Nullable ObjectKey in(String pointer) {
        var tokens = Pointers.tokens(pointer);
        return tokens.size() < 2 ? null : new ObjectKey(tokens.get(0), tokens.get(1));
    }

    /** The rest of a pointer into the document that leads into this object; empty for the object itself. */
    public String within(String pointer) {
        String own = pointer();
        return pointer.startsWith(own + "/") ? pointer.substring(own.length()) : "";
    }

    /** Where it stands in the document. */
    public String pointer() {
        return Pointers.child(Pointers.child("", kind), name);
    }

    /** The same collection, another name. */
    public ObjectKey named(String other) {
        return new ObjectKey(kind, other);
    }

    /** As the Admin API writes it, {@code routes/products}. */
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
