package dev.gatehouse.app.draft;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A draft as the journal keeps it. The steps hold all states of the objects that they touch, so it needs no copy of the
 * rest of the document.
 *
 * @param revision that it starts from
 * @param held broken texts by object, {@code kind/name}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Saved(int revision, String etag, List<Step> done, List<Step> undone, Map<String, Held> held) {
    /** Nothing kept. */
    static final Saved NOTHING = new Saved(0, "", List.of(), List.of(), Map.of());

    Saved {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
        held = Map.copyOf(held);
    }

    static Map<String, Held> texts(Map<ObjectKey, Held> held) {
        Map<String, Held> texts = new LinkedHashMap<>();
        held.forEach((key, text) -> texts.put(key.toString(), text));
        return texts;
    }

    @JsonIgnore
    Map<ObjectKey, Held> heldTexts() {
        Map<ObjectKey, Held> texts = new HashMap<>();
        held.forEach((key, text) -> {
            int slash = key.indexOf('/');
            texts.put(new ObjectKey(key.substring(0, Math.max(0, slash)), key.substring(slash + 1)), text);
        });
        return texts;
    }

    @JsonIgnore
    boolean isEmpty() {
        return done.isEmpty() && undone.isEmpty() && held.isEmpty();
    }

    /** A document with the objects that the steps touch as they were before the first of them. */
    ObjectNode before(ObjectNode document) {
        Tree tree = new Tree(document);
        Set<ObjectKey> seen = new HashSet<>();
        for (Step step : done) {
            first(step, seen, tree);
        }
        for (Step step : undone.reversed()) {
            first(step, seen, tree);
        }
        return tree.root();
    }

    private static void first(Step step, Set<ObjectKey> seen, Tree tree) {
        for (Touch touch : step.touches()) {
            if (seen.add(touch.key())) {
                tree.put(touch.key(), touch.place(), touch.before());
            }
        }
    }
}
