package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list. */
public final class ItemsPart extends Part {
    private final Kind.Items kind;
    private final ObservableList<Part> items = FXCollections.observableArrayList();
    /** One for all: the wrapper hears of changes only as long as somebody holds it. */
    private final ObservableList<Part> readOnly = FXCollections.unmodifiableObservableList(items);

    ItemsPart(FormModel form, @Nullable Part parent, Field field, String pointer, Kind.Items kind) {
        super(form, parent, field, pointer);
        this.kind = kind;
    }

    /** What each item is. */
    public Field each() {
        return kind.each();
    }

    /** The items in order; those that stay keep their part. */
    public ObservableList<Part> items() {
        return readOnly;
    }

    /** Adds an item at the end and gives its part. */
    public @Nullable Part add() {
        return add(Blank.of(kind.each().kind()), true);
    }

    /** Adds a value at the end and gives its part. */
    public @Nullable Part add(JsonNode value) {
        return add(value, false);
    }

    /** Takes an item out. */
    public void remove(Part item) {
        int index = items.indexOf(item);
        if (index < 0) {
            return;
        }
        items.forEach(each -> {
            if (!each.equals(item)) {
                each.commit();
            } else {
                each.forget();
            }
        });
        String title = Texts.get("form.edit.remove", item.words());
        if (items.size() == 1 && isRemovable()) {
            form().remove(this, title);
        } else {
            form().editing().remove(item.pointer(), title);
        }
    }

    /** Moves an item by some places. */
    public void move(Part item, int by) {
        int from = items.indexOf(item);
        int to = from + by;
        commit();
        if (from < 0 || to < 0 || to >= items.size() || !(value() instanceof ArrayNode now)) {
            return;
        }
        ArrayNode next = now.deepCopy();
        next.insert(to, next.remove(from));
        form().put(pointer(), next, Texts.get("form.edit.move", item.words()));
    }

    @Override
    public List<Part> children() {
        return items;
    }

    @Override
    void read(@Nullable JsonNode now) {
        int size = now instanceof ArrayNode ? now.size() : 0;
        if (items.size() > size) {
            items.remove(size, items.size());
        }
        while (items.size() < size) {
            items.add(FormModel.make(form(), this, kind.each(), pointer() + "/" + items.size()));
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        if (now != null && !now.isArray()) {
            return Texts.get("form.not-list");
        }
        int size = now == null ? 0 : now.size();
        if (size < kind.least()) {
            return Texts.get("form.few", kind.least());
        }
        return size > kind.most() ? Texts.get("form.many", kind.most()) : null;
    }

    private @Nullable Part add(JsonNode value, boolean blank) {
        commit();
        String title = Texts.get("form.edit.add", words());
        if (value() == null) {
            ArrayNode first = JsonNodeFactory.instance.arrayNode().add(value);
            form().put(pointer(), first, title);
        } else {
            form().editing().set(pointer() + "/-", value, title);
        }
        if (items.isEmpty()) {
            return null;
        }
        Part added = items.getLast();
        if (blank) {
            added.markFresh();
        }
        return added;
    }
}
