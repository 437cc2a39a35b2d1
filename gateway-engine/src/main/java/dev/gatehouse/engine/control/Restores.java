package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes single objects of an earlier document into the current one. */
final class Restores {
    private Restores() {}

    /**
     * The objects of an owner that a restore means.
     *
     * @param objects those that are asked for; empty for all of the owner's
     */
    static Set<String> owned(String owner, ObjectNode current, ObjectNode earlier, Set<String> objects) throws Refused {
        Set<String> own = Owners.objects(owner, current, earlier);
        if (own.isEmpty()) {
            throw new Refused.NotFound("There are no objects of " + owner + ", neither now nor in that revision.");
        }
        for (String object : objects) {
            if (!own.contains(object)) {
                throw new Refused.Forbidden(owner, object);
            }
        }
        return objects.isEmpty() ? own : objects;
    }

    /** What a restore takes, in words that stand before the revision. */
    static String what(Set<String> objects, @Nullable String owner) {
        return objects.isEmpty()
                ? owner == null ? "" : "the objects of " + owner + " from "
                : String.join(", ", new TreeSet<>(objects)) + " from ";
    }

    /**
     * The current document with some objects as they were.
     *
     * @param objects {@code collection/name}; an object that was not there then goes away
     * @throws Refused.NotFound if an object is in neither document
     */
    static ObjectNode objects(ObjectNode current, ObjectNode earlier, Set<String> objects) throws Refused.NotFound {
        ObjectNode next = current.deepCopy();
        for (String object : objects) {
            int slash = object.indexOf('/');
            String collection = slash < 0 ? object : object.substring(0, slash);
            String name = object.substring(slash + 1);
            JsonNode then = earlier.path(collection).path(name);
            boolean isThere = next.path(collection).has(name);
            if (slash < 0 || then.isMissingNode() && !isThere) {
                throw new Refused.NotFound("There is no object " + object + ", neither now nor in that revision; say it"
                        + " as routes/NAME, upstreams/NAME or listeners/NAME.");
            }
            if (then.isMissingNode()) {
                ((ObjectNode) next.get(collection)).remove(name);
            } else {
                next.withObjectProperty(collection).set(name, then);
            }
        }
        return next;
    }
}
