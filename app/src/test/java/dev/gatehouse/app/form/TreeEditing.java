package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** An object in memory, with the names of its edits. */
public final class TreeEditing implements ObjectEditing {
    private final ObjectNode before;
    private ObjectNode now;
    private @Nullable Broken broken;
    private final Map<String, List<String>> names;
    private final List<Runnable> listeners = new ArrayList<>();
    /** The titles of all edits. */
    public final List<String> titles = new ArrayList<>();

    /** An object and the names that it may refer to. */
    public TreeEditing(ObjectNode object, Map<String, List<String>> names) {
        before = object.deepCopy();
        now = object;
        this.names = names;
    }

    /** The object as it is now. */
    public ObjectNode tree() {
        return now;
    }

    @Override
    public @Nullable JsonNode value(String pointer) {
        JsonNode there = now.at(pointer);
        return there.isMissingNode() ? null : there;
    }

    @Override
    public @Nullable JsonNode before(String pointer) {
        JsonNode there = before.at(pointer);
        return there.isMissingNode() ? null : there;
    }

    @Override
    public void set(String pointer, JsonNode value, String title) {
        if (pointer.isEmpty()) {
            now = (ObjectNode) value.deepCopy();
        } else {
            JsonNode parent = now.at(Pointers.parent(pointer));
            String last = Pointers.last(pointer);
            if (parent instanceof ArrayNode list && last.equals("-")) {
                list.add(value);
            } else if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(last), value);
            } else {
                ((ObjectNode) parent).set(last, value);
            }
        }
        told(title);
    }

    @Override
    public void remove(String pointer, String title) {
        JsonNode parent = now.at(Pointers.parent(pointer));
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(Pointers.last(pointer)));
        } else {
            ((ObjectNode) parent).remove(Pointers.last(pointer));
        }
        told(title);
    }

    @Override
    public @Nullable Broken broken() {
        return broken;
    }

    @Override
    public void hold(Broken text) {
        broken = text;
        listeners.forEach(Runnable::run);
    }

    @Override
    public void release() {
        broken = null;
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<String> names(String collection) {
        return names.getOrDefault(collection, List.of());
    }

    @Override
    public Subscription listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private void told(String title) {
        titles.add(title);
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
