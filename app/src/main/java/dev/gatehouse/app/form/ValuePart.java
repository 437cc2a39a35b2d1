package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A single value. What is typed goes into the tree when typing stops; what is no value of its kind goes there as text. */
public final class ValuePart extends Part {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private boolean typing;

    ValuePart(FormModel form, @Nullable Part parent, Field field, String pointer) {
        super(form, parent, field, pointer);
    }

    /** The value as it is written; empty where there is none. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** How a duration, size or rate was read, in words; empty for other kinds and while it cannot be read. */
    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The value, null where the default holds. */
    public @Nullable JsonNode json() {
        return value();
    }

    /** Takes a text while it is typed. It reaches the tree with {@link #commit()}. */
    public void type(String typed) {
        if (!typed.equals(text.get())) {
            text.set(typed);
            typing = true;
        }
    }

    /** Puts a value in at once: something was chosen, not typed. */
    public void choose(JsonNode chosen) {
        typing = false;
        touched();
        if (!chosen.equals(value())) {
            form().put(pointer(), chosen, Texts.get("form.edit.set", words()));
        }
    }

    @Override
    public void commit() {
        if (!typing) {
            return;
        }
        typing = false;
        touched();
        JsonNode written = FieldText.read(field().kind(), text.get());
        if (written == null) {
            empty();
        } else if (!written.equals(value())) {
            form().put(pointer(), written, Texts.get("form.edit.set", words()));
        } else {
            refresh();
        }
    }

    /** Whoever leaves a new item empty did not want it. */
    public void leave() {
        commit();
        if (parent() instanceof ItemsPart items && text.get().isEmpty() && value() != null) {
            items.remove(this);
        }
    }

    @Override
    public List<Part> children() {
        return List.of();
    }

    @Override
    void read(@Nullable JsonNode now) {
        if (!typing) {
            text.set(FieldText.write(field().kind(), now));
        }
        if (field().kind() instanceof Kind.Measured measured) {
            String shown = text.get().isEmpty() ? FieldText.write(field().kind(), field().byDefault()) : text.get();
            reading.set(measured.measure().words(shown));
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        return typing ? null : Checks.problem(field(), now, form());
    }

    @Override
    void forget() {
        typing = false;
        touched();
    }

    private void empty() {
        if (parent() instanceof ItemsPart || field().name().isEmpty()) {
            form().put(pointer(), JsonNodeFactory.instance.textNode(""), Texts.get("form.edit.set", words()));
        } else {
            form().remove(this, Texts.get("form.edit.set", words()));
        }
    }
}
