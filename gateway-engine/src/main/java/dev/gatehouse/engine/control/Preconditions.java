package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.spec.Canonical;
import java.util.Set;

/** Whether a write may be done, going by what it says that it is based on. */
final class Preconditions {
    private static final String ANY = "*";

    /** What a write is based on that creates. */
    private static final String ABSENT = "";

    private Preconditions() {}

    static void check(ConfigWrite write, int revision, ObjectNode document) throws Refused {
        String collection = write.target().collection();
        String name = write.target().name();
        if (collection == null || name == null) {
            document(write.ifMatch(), revision);
            return;
        }
        JsonNode object = document.path(collection).path(name);
        if (write.ifMatch().isEmpty()) {
            throw new Refused.Unconditional();
        }
        if (object.isMissingNode() && !(write.change() instanceof Change.Replace)) {
            throw new Refused.NotFound("There is no " + name + " among the " + collection + ".");
        }
        if (object.isMissingNode()) {
            // RFC 9110, 13.1.1: "*" asks that there is something.
            if (!write.ifMatch().contains(ABSENT)) {
                throw new Refused.Stale(ABSENT);
            }
            return;
        }
        String hash = Canonical.hash(object);
        if (!write.ifMatch().contains(ANY) && !write.ifMatch().contains(hash)) {
            throw new Refused.Stale(hash);
        }
    }

    /** The same for the whole document. */
    static void document(Set<String> ifMatch, int revision) throws Refused {
        if (ifMatch.isEmpty()) {
            throw new Refused.Unconditional();
        }
        if (!ifMatch.contains(ANY) && !ifMatch.contains(String.valueOf(revision))) {
            throw new Refused.Stale(String.valueOf(revision));
        }
    }
}
