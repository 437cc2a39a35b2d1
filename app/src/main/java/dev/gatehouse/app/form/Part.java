package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One field of one object's form, with what lies in it. It reads the tree whenever that changes. FX thread. */
public abstract class Part {
    private final FormModel form;
    private final Field field;
    private final String pointer;
    private final @Nullable Part parent;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    /** Just added: nothing was typed yet that could be wrong. */
    private boolean fresh;

    Part(FormModel form, @Nullable Part parent, Field field, String pointer) {
        this.form = form;
        this.parent = parent;
        this.field = field;
        this.pointer = pointer;
    }

    /** What it is a field of. */
    public final Field field() {
        return field;
    }

    /** Where its value stands, in the object. */
    public final String pointer() {
        return pointer;
    }

    /** Whether its value differs from the revision that is edited. */
    public final ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether the document has a value of its own here, other than the default. */
    public final ReadOnlyBooleanProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** What is wrong with it, in sentences; empty if nothing is known to be. */
    public final ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The titles that lead here: "Match › Path". */
    public final String words() {
        String above = parent == null ? "" : parent.words();
        String title = title();
        return above.isEmpty() ? title : title.isEmpty() ? above : above + " › " + title;
    }

    /** Whether the default, or nothing, can take the value's place. */
    public final boolean isRemovable() {
        return !field.required() && !field.name().isEmpty();
    }

    /** Takes the value out, so that the default holds. */
    public final void reset() {
        forget();
        form.remove(this, Texts.get("form.edit.reset", words()));
    }

    /** Brings back what the revision that is edited has here. */
    public final void takeBack() {
        forget();
        JsonNode before = before();
        String title = Texts.get("form.edit.back", words());
        if (before == null) {
            form.remove(this, title);
        } else {
            form.put(pointer, before, title);
        }
    }

    /** The parts in it. */
    public abstract List<Part> children();

    /** Takes over what was typed and is not in the tree yet. */
    public void commit() {
        List.copyOf(children()).forEach(Part::commit);
    }

    /** Reads the tree. */
    void refresh() {
        JsonNode now = value();
        changed.set(differs(now, before()));
        own.set(now != null && !now.equals(field.byDefault()));
        read(now);
        children().forEach(Part::refresh);
        showProblem();
    }

    /** Whether what this part shows of a value is another than of the value before. */
    boolean differs(@Nullable JsonNode now, @Nullable JsonNode before) {
        return !Objects.equals(now, before);
    }

    /** Takes over the value that the tree has now, null for none. */
    abstract void read(@Nullable JsonNode now);

    /** What is wrong with the value as far as the schema tells. */
    abstract @Nullable String check(@Nullable JsonNode now);

    /** Forgets what was typed and is not in the tree yet. */
    void forget() {}

    final void showProblem() {
        String local = fresh || isSpared() ? null : check(value());
        problem.set(local != null ? local : fresh ? "" : form.violation(this));
    }

    /** Whether it lies in something that is not there and need not be: what that would need is not missing. */
    private boolean isSpared() {
        for (Part above = parent; above != null && above.value() == null; above = above.parent) {
            if (above.isRemovable()) {
                return true;
            }
        }
        return false;
    }

    final void markFresh() {
        fresh = true;
        children().forEach(Part::markFresh);
        showProblem();
    }

    final void touched() {
        fresh = false;
    }

    final FormModel form() {
        return form;
    }

    final @Nullable Part parent() {
        return parent;
    }

    final @Nullable JsonNode value() {
        return form.editing().value(pointer);
    }

    final @Nullable JsonNode before() {
        return form.editing().before(pointer);
    }

    /** This part and all in it, top down. */
    final Stream<Part> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Part::all));
    }

    /** What it is called among those around it: its field's title, or its place or name. */
    final String title() {
        if (!field.name().isEmpty() || parent == null || parent.pointer.equals(pointer)) {
            return field.title();
        }
        String last = Pointers.last(pointer);
        return last.matches("[0-9]+") ? String.valueOf(Integer.parseInt(last) + 1) : last;
    }
}
