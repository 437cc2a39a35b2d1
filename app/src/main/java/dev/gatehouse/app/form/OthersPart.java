package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.yaml.YamlBroken;
import dev.gatehouse.app.yaml.YamlText;
import dev.gatehouse.app.yaml.YamlWriter;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The keys of an object that the schema does not have, as YAML: a newer gateway's, or somebody's mistake. */
public final class OthersPart extends Part {
    private final Set<String> known;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private @Nullable String broken;
    private boolean typing;

    OthersPart(FormModel form, Part parent, String pointer, Set<String> known) {
        super(form, parent, rest(), pointer);
        this.known = known;
    }

    /** The YAML; empty for none. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Takes YAML while it is typed. It reaches the tree with {@link #commit()}, if it can be read. */
    public void type(String typed) {
        if (!typed.equals(text.get())) {
            text.set(typed);
            typing = true;
        }
    }

    @Override
    public void commit() {
        if (!typing) {
            return;
        }
        try {
            JsonNode others = text.get().isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : YamlText.read(text.get()).tree();
            if (others instanceof ObjectNode object) {
                broken = null;
                typing = false;
                put(object);
            } else {
                broken = Texts.get("form.others.shape");
            }
        } catch (YamlBroken e) {
            broken = Texts.get("form.others.broken", e.line(), e.words());
        }
        refresh();
    }

    @Override
    public List<Part> children() {
        return List.of();
    }

    @Override
    boolean differs(@Nullable JsonNode now, @Nullable JsonNode before) {
        return !others(now).equals(others(before));
    }

    @Override
    void read(@Nullable JsonNode now) {
        if (!typing) {
            ObjectNode others = others(now);
            text.set(others.isEmpty() ? "" : YamlWriter.write(others));
        }
    }

    @Override
    @Nullable
    String check(@Nullable JsonNode now) {
        return broken;
    }

    @Override
    void forget() {
        typing = false;
        broken = null;
    }

    private void put(ObjectNode others) {
        JsonNode now = value();
        if (!(now instanceof ObjectNode object) || others.equals(others(now))) {
            return;
        }
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(property -> known.contains(property.getKey()) || others.has(property.getKey()))
                .forEach(property -> next.set(property.getKey(), property.getValue()));
        others.properties().stream()
                .filter(property -> !known.contains(property.getKey()))
                .forEach(property -> next.set(property.getKey(), property.getValue()));
        form().put(pointer(), next, Texts.get("form.edit.set", words()));
    }

    private ObjectNode others(@Nullable JsonNode now) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        if (now != null && now.isObject()) {
            now.properties().stream()
                    .filter(property -> !known.contains(property.getKey()))
                    .forEach(property -> others.set(property.getKey(), property.getValue()));
        }
        return others;
    }

    private static Field rest() {
        return new Field(
                "", Texts.get("form.others"), Texts.get("form.others.help"), new Kind.Anything(), null, false, false);
    }
}
