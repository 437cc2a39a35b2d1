package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.Held;
import dev.gatehouse.app.draft.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** An object of the draft. */
public final class DraftObject implements ObjectEditing {
    private final Draft draft;
    private final ObjectKey key;

    /** Edits this object, as long as the draft has it under this name. */
    public DraftObject(Draft draft, ObjectKey key) {
        this.draft = draft;
        this.key = key;
    }

    @Override
    public @Nullable JsonNode value(String pointer) {
        return at(draft.object(key), pointer);
    }

    @Override
    public @Nullable JsonNode before(String pointer) {
        return at(draft.baseObject(key), pointer);
    }

    @Override
    public void set(String pointer, JsonNode value, String title) {
        draft.apply(Edit.set(key, pointer, value, title));
    }

    @Override
    public void remove(String pointer, String title) {
        draft.apply(Edit.remove(key, pointer, title));
    }

    @Override
    public @Nullable Broken broken() {
        Held held = draft.held(key);
        return held == null ? null : new Broken(held.yaml(), held.problem(), held.line());
    }

    @Override
    public void hold(Broken broken) {
        draft.hold(key, broken.text(), broken.problem(), broken.line());
    }

    @Override
    public void release() {
        draft.release(key);
    }

    @Override
    public List<String> names(String collection) {
        List<String> names = new ArrayList<>();
        draft.tree().path(collection).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public Subscription listen(Runnable changed) {
        return draft.addListener(changed);
    }

    private static @Nullable JsonNode at(@Nullable ObjectNode object, String pointer) {
        if (object == null) {
            return null;
        }
        JsonNode there = object.at(pointer);
        return there.isMissingNode() ? null : there;
    }
}
