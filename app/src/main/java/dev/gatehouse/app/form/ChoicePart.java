package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A place where one of several objects stands. What was typed under another stays until the form is left. */
public final class ChoicePart extends Part {
    private static final Shape UNKNOWN = new Shape("", "", List.of());

    private final List<Alternative> alternatives;
    private final ReadOnlyObjectWrapper<@Nullable Alternative> chosen = new ReadOnlyObjectWrapper<>();
    private final Map<Alternative, JsonNode> kept = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable GroupPart> group = new ReadOnlyObjectWrapper<>();

    ChoicePart(FormModel form, @Nullable Part parent, Field field, String pointer, List<Alternative> alternatives) {
        super(form, parent, field, pointer);
        this.alternatives = alternatives;
    }

    /** What may stand here. */
    public List<Alternative> alternatives() {
        return alternatives;
    }

    /** What stands here; null for nothing, or something else. */
    public ReadOnlyObjectProperty<@Nullable Alternative> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The fields of what stands here; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable GroupPart> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Puts another alternative here, with what was typed under it before. */
    public void choose(Alternative next) {
        Alternative before = chosen.get();
        if (next.equals(before)) {
            return;
        }
        commit();
        JsonNode now = value();
        if (before != null && now != null) {
            kept.put(before, now);
        }
        JsonNode again = kept.get(next);
        touched();
        form().put(
                        pointer(),
                        again != null ? again : next.start(now),
                        Texts.get("form.edit.choose", words(), next.title()));
        GroupPart made = group.get();
        if (again == null && made != null) {
            made.children().forEach(Part::markFresh);
        }
    }

    /** Takes out what stands here, where nothing need stand; what was typed stays for another choice. */
    public void clear() {
        Alternative before = chosen.get();
        commit();
        JsonNode now = value();
        if (before != null && now != null) {
            kept.put(before, now);
        }
        form().remove(this, Texts.get("form.edit.remove", words()));
    }

    @Override
    public List<Part> children() {
        GroupPart now = group.get();
        return now == null ? List.of() : List.of(now);
    }

    @Override
    void read(@Nullable JsonNode now) {
        Alternative told = alternatives.stream()
                .filter(alternative -> alternative.tells(now))
                .findFirst()
                .orElse(null);
        if (!Objects.equals(told, chosen.get()) || (group.get() == null) != (now == null)) {
            chosen.set(told);
            group.set(now == null ? null : make(told));
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        if (now == null) {
            return field().required() ? Texts.get("form.missing") : null;
        }
        return chosen.get() == null ? Texts.get("form.none-of-these") : null;
    }

    private GroupPart make(@Nullable Alternative told) {
        Shape shape = told == null ? UNKNOWN : told.shape().get();
        String title = told == null ? "" : told.title();
        Field each = new Field(field().name(), title, shape.help(), field().kind(), null, true, false);
        // What tells a type is the chooser's, not a field of the form, and yet nothing unknown.
        Set<String> known = told == null ? Set.of() : Set.of(told.key());
        return new GroupPart(form(), this, each, pointer(), shape, known);
    }
}
