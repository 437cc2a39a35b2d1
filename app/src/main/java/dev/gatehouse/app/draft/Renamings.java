package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renaming an object: it goes, it comes under its new name at the same place, and what named it names it so. */
final class Renamings {
    private Renamings() {}

    /** Renames in a tree; gives back what that did to which object. */
    static List<Touch> carryOut(Tree tree, Renaming renaming, References references) {
        List<Touch> touches = new ArrayList<>();
        ObjectKey from = renaming.from();
        ObjectNode object = tree.get(from);
        if (object == null) {
            return touches;
        }
        int place = tree.place(from);
        touches.add(new Touch(from, place, object, null));
        touches.add(new Touch(renaming.to(), place, null, object));
        for (ObjectKey key : tree.keys()) {
            ObjectNode before = tree.get(key);
            if (before != null && !key.equals(from)) {
                ObjectNode after = references.renamed(
                        key.kind(), before, from, renaming.to().name());
                if (!after.equals(before)) {
                    touches.add(new Touch(key, 0, before, after));
                }
            }
        }
        touches.forEach(touch -> tree.put(touch.key(), touch.place(), touch.after()));
        return touches;
    }

    /** From the name in the base to the name now, of all that have another one after these steps. */
    static List<Renaming> net(List<Step> steps) {
        Map<ObjectKey, ObjectKey> byNow = new LinkedHashMap<>();
        for (Step step : steps) {
            for (Renaming renaming : step.renamings()) {
                ObjectKey was = byNow.remove(renaming.from());
                byNow.put(renaming.to(), was == null ? renaming.from() : was);
            }
        }
        List<Renaming> net = new ArrayList<>();
        byNow.forEach((now, was) -> {
            if (!now.equals(was)) {
                net.add(new Renaming(was, now));
            }
        });
        return net;
    }
}
