package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Brings steps onto another base, so that they can still be undone by name and undoing them all leads to that base. What
 * the steps alone do not come to is one more step at the end.
 */
final class Rebase {
    private final Tree base;
    private final Tree target;
    private final Tree tree;
    private final List<Step> steps = new ArrayList<>();

    private Rebase(ObjectNode base, ObjectNode target) {
        this.base = new Tree(base);
        this.target = new Tree(target);
        this.tree = new Tree(base);
    }

    /**
     * The steps from a base to a target.
     *
     * @param old the steps that led to the target from another base
     * @param title of the step at the end
     */
    static List<Step> steps(List<Step> old, ObjectNode base, ObjectNode target, String title) {
        Rebase rebase = new Rebase(base, target);
        old.forEach(rebase::carryOver);
        rebase.finish(title);
        return rebase.steps;
    }

    private void carryOver(Step step) {
        List<Touch> touches = new ArrayList<>();
        for (Touch touch : step.touches()) {
            ObjectKey key = touch.key();
            // An object that is to be as in the base has no steps any more: they were applied, or given up.
            if (!Objects.equals(base.get(key), target.get(key))) {
                ObjectNode now = tree.get(key);
                ObjectNode next =
                        new ThreeWay(key, conflict -> Conflict.Choice.MINE).merge(touch.before(), touch.after(), now);
                if (!Objects.equals(now, next)) {
                    touches.add(new Touch(key, touch.place(), now, next));
                    tree.put(key, touch.place(), next);
                }
            }
        }
        if (touches.isEmpty()) {
            return;
        }
        List<Renaming> renamings = step.renamings().stream()
                .filter(renaming ->
                        touches.stream().anyMatch(touch -> touch.key().equals(renaming.to())))
                .toList();
        steps.add(new Step(step.title(), step.key(), step.pointer(), touches, renamings));
    }

    private void finish(String title) {
        Set<ObjectKey> keys = new LinkedHashSet<>(tree.keys());
        keys.addAll(target.keys());
        List<Touch> touches = new ArrayList<>();
        for (ObjectKey key : keys) {
            ObjectNode wanted = target.get(key);
            if (!Objects.equals(tree.get(key), wanted)) {
                int place = (wanted == null ? tree : target).place(key);
                touches.add(new Touch(key, place, tree.get(key), wanted));
            }
        }
        if (!touches.isEmpty()) {
            steps.add(new Step(title, null, "", touches, List.of()));
        }
    }
}
