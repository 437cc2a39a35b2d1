package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries one edit out in a tree and notes what it did. */
final class Editing {
    private final Tree tree;
    private final References references;
    private final List<Touch> touches = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();

    Editing(Tree tree, References references) {
        this.tree = tree;
        this.references = references;
    }

    /**
     * Does it.
     *
     * @throws IllegalArgumentException if it names an object or a place that is not there, or creates one that is; the
     *     tree is then as before
     */
    Step carryOut(Edit edit) {
        try {
            perform(edit);
        } catch (RuntimeException e) {
            touches.reversed().forEach(touch -> tree.put(touch.key(), touch.place(), touch.before()));
            throw e;
        }
        return switch (edit) {
            case Edit.Set set -> new Step(set.title(), set.key(), set.pointer(), touches, renamings);
            case Edit.Replace replace -> new Step(replace.title(), replace.key(), "", touches, renamings);
            default -> new Step(edit.title(), null, "", touches, renamings);
        };
    }

    private void perform(Edit edit) {
        switch (edit) {
            case Edit.Set set -> change(set.key(), Pointers.with(there(set.key()), set.pointer(), set.value()));
            case Edit.Remove remove -> change(remove.key(), Pointers.without(there(remove.key()), remove.pointer()));
            case Edit.Create create -> {
                absent(create.key());
                change(create.key(), create.value());
            }
            case Edit.Delete delete -> {
                there(delete.key());
                change(delete.key(), null);
            }
            case Edit.Rename rename -> {
                there(rename.key());
                ObjectKey to = rename.key().named(rename.newName());
                absent(to);
                Renaming renaming = new Renaming(rename.key(), to);
                touches.addAll(Renamings.carryOut(tree, renaming, references));
                renamings.add(renaming);
            }
            case Edit.Replace replace -> {
                there(replace.key());
                change(replace.key(), replace.value());
            }
            case Edit.All all -> all.edits().forEach(this::perform);
        }
    }

    private void change(ObjectKey key, @Nullable ObjectNode after) {
        Touch touch = new Touch(key, tree.place(key), tree.get(key), after);
        touches.add(touch);
        tree.put(key, touch.place(), after);
    }

    private ObjectNode there(ObjectKey key) {
        ObjectNode object = tree.get(key);
        if (object == null) {
            throw new IllegalArgumentException("There is no " + key);
        }
        return object;
    }

    private void absent(ObjectKey key) {
        if (tree.get(key) != null) {
            throw new IllegalArgumentException("There is a " + key + " already");
        }
    }
}
