package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.SecretRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a document's objects and the places where they are used, checked once everything has been read. */
final class References {
    private static final String TENANTS = "tenants";
    private static final String SECRETS = "secrets";

    private record Use(
            Path path,
            String name,
            String collection,
            @Nullable String owner) {}

    private final Map<String, Set<String>> namesByCollection = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<SecretUse> secretUses = new ArrayList<>();

    /** Takes down the names of a collection, whether or not the objects themselves are sound. */
    void collect(String collection, Path path, ObjectNode objects, Problems problems) {
        Set<String> names = namesByCollection.computeIfAbsent(collection, _ -> new LinkedHashSet<>());
        for (Map.Entry<String, JsonNode> entry : objects.properties()) {
            String key = entry.getKey();
            String owner = owner(entry.getValue());
            String full = Names.full(key, owner);
            if (!names.add(full)) {
                problems.addAtKey(
                        path.child(key),
                        "There is already an object with the full name '" + full + "' in '" + collection + "'.",
                        "Give one of them another name.");
            }
            int slash = key.indexOf('/');
            if (slash > 0 && !key.substring(0, slash).equals(owner)) {
                problems.addAtKey(
                        path.child(key),
                        "The name says that the owner is '" + key.substring(0, slash) + "', the object does not.",
                        "Add 'owner: " + key.substring(0, slash) + "', or leave the part before the slash out.");
            }
        }
    }

    /** The owner that an object names, null for the gateway. */
    static @Nullable String owner(JsonNode object) {
        JsonNode owner = object.get("owner");
        return owner == null ? null : owner.textValue();
    }

    /** Takes down that a name is used. */
    void use(Path path, String name, String collection, @Nullable String owner) {
        // A tenant is not itself a tenant's: the name under 'owner' is looked up as it stands.
        uses.add(new Use(path, name, collection, collection.equals(TENANTS) ? null : owner));
    }

    /** Takes down that a secret is referred to. */
    void use(Path path, SecretRef reference, @Nullable String owner) {
        secretUses.add(new SecretUse(path.pointer(), reference));
        if (reference.source() == SecretRef.Source.SECRET) {
            uses.add(new Use(path.child("secret"), reference.name(), SECRETS, owner));
        }
    }

    /** The secrets that are referred to. */
    List<SecretUse> secrets() {
        return secretUses;
    }

    /** Finds the uses of names that do not exist; those of secrets only where it is known which there are. */
    void check(Set<String> tenants, @Nullable Set<String> secrets, Problems problems) {
        namesByCollection.put(TENANTS, tenants);
        namesByCollection.put(SECRETS, secrets == null ? Set.of() : secrets);
        for (Use use : uses) {
            Set<String> names = namesByCollection.getOrDefault(use.collection(), Set.of());
            boolean known = !use.collection().equals(SECRETS) || secrets != null;
            if (known && resolve(use, names) == null) {
                problems.add(
                        use.path(),
                        "There is no " + Names.kind(use.collection()) + " '" + use.name() + "'"
                                + (use.owner() == null ? "." : " that '" + use.owner() + "' may use."),
                        names.isEmpty()
                                ? "There are no " + use.collection() + " at all."
                                : problems.mayGuess() ? hint(use, names, problems) : null);
            }
        }
    }

    /** A tenant reaches the gateway's objects, but never its secrets. */
    private static @Nullable String resolve(Use use, Set<String> names) {
        String found = Names.resolve(use.name(), use.owner(), names);
        boolean foreign = use.collection().equals(SECRETS)
                && use.owner() != null
                && found != null
                && !found.startsWith(use.owner() + "/");
        return foreign ? null : found;
    }

    private static @Nullable String hint(Use use, Set<String> names, Problems problems) {
        String owner = use.owner();
        if (owner != null) {
            return problems.guess(use.name(), seen(owner, names));
        }
        for (String full : names) {
            if (full.endsWith("/" + use.name())) {
                return "Write '" + full + "': it is a tenant's.";
            }
        }
        return problems.guess(use.name(), names);
    }

    /** The names as an owner writes them; those of other owners are none of its business. */
    private static Set<String> seen(String owner, Set<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (String full : names) {
            if (full.startsWith(owner + "/")) {
                seen.add(full.substring(owner.length() + 1));
            } else if (full.indexOf('/') < 0) {
                seen.add(full);
            }
        }
        return seen;
    }
}
