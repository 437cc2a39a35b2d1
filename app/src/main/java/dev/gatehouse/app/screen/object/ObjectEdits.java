package dev.gatehouse.app.screen.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be done with objects of one collection in the draft. FX thread; without a draft nothing happens. */
public final class ObjectEdits {
    /** How the configuration's format lets objects be called. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

    private final DraftSession session;
    private final String kind;
    private final Aim aim = new Aim();

    /** The objects of a collection, such as {@code upstreams}. */
    public ObjectEdits(DraftSession session, String kind) {
        this.session = session;
        this.kind = kind;
    }

    /** Puts the focus into a field of the object that is looked at. */
    public void edit(String pointer) {
        aim.at(pointer);
    }

    /** The field that somebody wants to edit. */
    public Aim aim() {
        return aim;
    }

    /** The names in the draft, in its order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Draft draft = session.draft();
        if (draft != null) {
            draft.tree().path(kind).fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** Names an object. */
    public ObjectKey key(String name) {
        return new ObjectKey(kind, name);
    }

    /** Adds a copy under a name of its own, and tells that name; empty if there is nothing to copy. */
    public String duplicate(String name) {
        Draft draft = session.draft();
        ObjectNode there = draft == null ? null : draft.object(key(name));
        if (draft == null || there == null) {
            return "";
        }
        String copy = free(name + "-copy");
        draft.apply(Edit.create(key(copy), there.deepCopy(), Texts.get("object.duplicate.title", name)));
        return copy;
    }

    /** Adds an object under a name that is free, and tells it; empty without a draft. */
    public String create(String wanted, ObjectNode value) {
        Draft draft = session.draft();
        if (draft == null) {
            return "";
        }
        String name = free(wanted);
        draft.apply(Edit.create(key(name), value, Texts.get("object.create.title", name)));
        return name;
    }

    /**
     * Gives an object another name; what refers to it follows.
     *
     * @return whether the name can be had: by the grammar of names, and free
     */
    public boolean rename(String name, String wanted) {
        Draft draft = session.draft();
        if (draft == null
                || draft.object(key(name)) == null
                || !NAME.matcher(wanted).matches()) {
            return false;
        }
        if (!wanted.equals(name)) {
            if (names().contains(wanted)) {
                return false;
            }
            draft.apply(Edit.rename(key(name), wanted, Texts.get("object.rename.title", name, wanted)));
        }
        return true;
    }

    /** Takes an object out. */
    public void delete(String name) {
        Draft draft = session.draft();
        if (draft != null && draft.object(key(name)) != null) {
            draft.apply(Edit.delete(key(name), Texts.get("object.delete.title", name)));
        }
    }

    /** Makes an object as it is in the gateway. */
    public void revert(String name) {
        Draft draft = session.draft();
        if (draft != null) {
            draft.revert(key(name));
        }
    }

    /** What the draft does to an object, in a word; empty for nothing. */
    public String change(String name) {
        Draft draft = session.draft();
        if (draft == null) {
            return "";
        }
        for (ObjectChange change : draft.changes()) {
            if (change.key().equals(key(name))) {
                return switch (change.op()) {
                    case ADDED -> Texts.get("object.added");
                    case CHANGED -> Texts.get("object.changed");
                    case REMOVED -> Texts.get("object.removed");
                    case RENAMED -> Texts.get("object.renamed", change.was().name());
                };
            }
        }
        return "";
    }

    /** The names of objects that the draft takes out. */
    public List<String> removed() {
        Draft draft = session.draft();
        return draft == null
                ? List.of()
                : draft.changes().stream()
                        .filter(change -> change.op() == ObjectChange.Op.REMOVED
                                && change.key().kind().equals(kind))
                        .map(change -> change.key().name())
                        .toList();
    }

    private String free(String wanted) {
        List<String> taken = names();
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }
}
