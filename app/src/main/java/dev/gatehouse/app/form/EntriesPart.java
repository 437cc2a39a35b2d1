package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A map. Its entries keep the order of the document. */
public final class EntriesPart extends Part {
    private final Kind.Entries kind;
    private final ObservableList<Part> entries = FXCollections.observableArrayList();
    /** One for all: the wrapper hears of changes only as long as somebody holds it. */
    private final ObservableList<Part> readOnly = FXCollections.unmodifiableObservableList(entries);

    EntriesPart(FormModel form, @Nullable Part parent, Field field, String pointer, Kind.Entries kind) {
        super(form, parent, field, pointer);
        this.kind = kind;
    }

    /** What each value is. */
    public Field each() {
        return kind.each();
    }

    /** The values in order; {@link #key} tells the name of each. */
    public ObservableList<Part> entries() {
        return readOnly;
    }

    /** The name of an entry. */
    public String key(Part entry) {
        return Pointers.last(entry.pointer());
    }

    /** Why a name cannot be given; empty if it can. */
    public String refusal(String key) {
        JsonNode now = value();
        if (key.isEmpty()) {
            return Texts.get("form.key.missing");
        }
        if (now != null && now.has(key)) {
            return Texts.get("form.key.twice", key);
        }
        boolean fits = kind.keys() == null || kind.keys().matcher(key).matches();
        return fits ? "" : Texts.get("form.key.form", key);
    }

    /** Adds an entry, its name not {@linkplain #refusal refused}, and gives its part. */
    public @Nullable Part add(String key) {
        commit();
        form().put(Pointers.child(pointer(), key), Blank.of(kind.each().kind()), Texts.get("form.edit.add", words()));
        Part added = entries.isEmpty() ? null : entries.getLast();
        if (added != null) {
            added.markFresh();
        }
        return added;
    }

    /** Gives an entry another name, not {@linkplain #refusal refused}, at the same place. */
    public void rename(Part entry, String key) {
        commit();
        if (!(value() instanceof ObjectNode now)) {
            return;
        }
        String old = key(entry);
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        now.properties()
                .forEach(property ->
                        next.set(property.getKey().equals(old) ? key : property.getKey(), property.getValue()));
        form().put(pointer(), next, Texts.get("form.edit.rename", entry.words()));
    }

    /** Takes an entry out. */
    public void remove(Part entry) {
        entry.forget();
        commit();
        String title = Texts.get("form.edit.remove", entry.words());
        if (entries.size() == 1 && isRemovable()) {
            form().remove(this, title);
        } else {
            form().editing().remove(entry.pointer(), title);
        }
    }

    @Override
    public List<Part> children() {
        return entries;
    }

    @Override
    void read(@Nullable JsonNode now) {
        List<String> keys = new ArrayList<>();
        if (now instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(keys::add);
        }
        if (!keys.equals(entries.stream().map(this::key).toList())) {
            entries.setAll(keys.stream()
                    .map(key -> entries.stream()
                            .filter(entry -> key(entry).equals(key))
                            .findFirst()
                            .orElseGet(() -> FormModel.make(form(), this, kind.each(), Pointers.child(pointer(), key))))
                    .toList());
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        return now != null && !now.isObject() ? Texts.get("form.not-map") : null;
    }
}
