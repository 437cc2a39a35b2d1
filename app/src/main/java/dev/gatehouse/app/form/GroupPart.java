package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object's fields. They are made once there is a value, or somebody looks: objects may hold each other without end. */
public final class GroupPart extends Part {
    private final Shape shape;
    private final Set<String> known;
    private final List<Part> children = new ArrayList<>();

    GroupPart(FormModel form, @Nullable Part parent, Field field, String pointer, Shape shape, Set<String> telling) {
        super(form, parent, field, pointer);
        this.shape = shape;
        known = new HashSet<>(shape.names());
        known.addAll(telling);
    }

    /** What it is. */
    public Shape shape() {
        return shape;
    }

    /** Its fields in order, and last what it has beside them. */
    public List<Part> parts() {
        if (children.isEmpty()) {
            for (Field each : shape.fields()) {
                children.add(FormModel.make(form(), this, each, Pointers.child(pointer(), each.name())));
            }
            children.add(new OthersPart(form(), this, pointer(), known));
            children.forEach(Part::refresh);
        }
        return List.copyOf(children);
    }

    /** The part of a field; null if it has no such field. */
    public @Nullable Part part(String name) {
        return parts().stream()
                .filter(part -> part.field().name().equals(name) && !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Whether it lies in another of its kind, and so, shown before it has a value, would be shown without end. */
    boolean isRepeated() {
        for (Part above = parent(); above != null; above = above.parent()) {
            if (above instanceof GroupPart group && group.shape.equals(shape)) {
                return true;
            }
        }
        return false;
    }

    /** Puts an empty object in. */
    void start() {
        form().put(pointer(), Blank.of(field().kind()), Texts.get("form.edit.add", words()));
    }

    @Override
    public List<Part> children() {
        return children;
    }

    @Override
    void read(@Nullable JsonNode now) {
        if (now != null || field().required()) {
            parts();
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        return now != null && !now.isObject() ? Texts.get("form.not-object") : null;
    }
}
