package dev.gatehouse.engine.spec;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of objects. A name is unique among its owner's objects; the full name of a tenant's object has the tenant and
 * a slash before it, and within the tenant the short name is enough. The gateway's own objects have only a short name.
 */
public final class Names {
    /** A short name as a regular expression of the whole text. */
    static final String SHORT = "[a-z0-9][a-z0-9._@-]{0,62}";

    /** A key of a collection: a short name, or a full one. */
    static final String KEY = "(" + SHORT + "/)?" + SHORT;

    /** The rule in words. */
    static final String RULE = "a name is 1 to 63 of a-z, 0-9 and . _ @ -, and starts with a letter or digit";

    private static final Pattern VALID = Pattern.compile(SHORT);
    private static final Pattern VALID_KEY = Pattern.compile(KEY);

    private Names() {}

    /** Whether a text can be an object's short name. */
    public static boolean valid(String name) {
        return VALID.matcher(name).matches();
    }

    /** Whether a text can be the key of an object in a document: its short name, or its full one. */
    public static boolean validKey(String key) {
        return VALID_KEY.matcher(key).matches();
    }

    /** The kind of the objects of a collection: {@code route} of {@code routes}. */
    public static String kind(String collection) {
        return collection.endsWith("s") ? collection.substring(0, collection.length() - 1) : collection;
    }

    /**
     * The full name of an object.
     *
     * @param key the object's key in its collection
     * @param owner the tenant whose object it is, null for the gateway
     */
    public static String full(String key, @Nullable String owner) {
        return owner == null || key.indexOf('/') >= 0 ? key : owner + "/" + key;
    }

    /**
     * Finds the object that a reference means: by a short name the owner's own object before the gateway's, by a full name
     * only what the owner may see, which is its own; the gateway's objects may refer to any.
     *
     * @param reference the name as written
     * @param owner the owner of the object in which the reference stands, null for the gateway
     * @param fullNames the full names of the objects that there are
     * @return the full name, or null if nothing is meant
     */
    public static @Nullable String resolve(String reference, @Nullable String owner, Set<String> fullNames) {
        if (owner != null) {
            if (reference.indexOf('/') >= 0) {
                return reference.startsWith(owner + "/") && fullNames.contains(reference) ? reference : null;
            }
            String own = owner + "/" + reference;
            if (fullNames.contains(own)) {
                return own;
            }
        }
        return fullNames.contains(reference) ? reference : null;
    }
}
