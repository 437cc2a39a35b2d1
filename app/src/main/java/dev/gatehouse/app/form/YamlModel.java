package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.yaml.Span;
import dev.gatehouse.app.yaml.YamlBroken;
import dev.gatehouse.app.yaml.YamlFollowing;
import dev.gatehouse.app.yaml.YamlText;
import dev.gatehouse.app.yaml.YamlWriter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * An object as text. Text that can be read is the object; text that cannot is kept beside it. A change from elsewhere
 * changes as little of the text as it can, so that comments last as long as single values change. FX thread; needs no
 * toolkit.
 */
public final class YamlModel implements AutoCloseable {
    private final ObjectEditing editing;
    private final String title;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Broken> broken = new ReadOnlyObjectWrapper<>();
    private final Subscription listening;
    private @Nullable YamlText read;
    private boolean typing;

    /**
     * The text of an object.
     *
     * @param name of the object, for the names of edits
     */
    public YamlModel(ObjectEditing editing, String name) {
        this.editing = editing;
        title = Texts.get("yaml.edit", name);
        follow();
        listening = editing.listen(this::follow);
    }

    /** The text. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What is wrong with the text; null while it can be read. */
    public ReadOnlyObjectProperty<@Nullable Broken> brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    /** Whether the text has comments, which the gateway does not keep. */
    public boolean hasComments() {
        return YamlFollowing.hasComments(text.get());
    }

    /** Takes a text while it is typed. It reaches the object with {@link #commit()}. */
    public void type(String typed) {
        if (!typed.equals(text.get())) {
            text.set(typed);
            typing = true;
        }
    }

    /** Takes over what was typed: into the object, or beside it if it cannot be read. */
    public void commit() {
        if (!typing) {
            return;
        }
        try {
            YamlText now = YamlText.read(text.get());
            if (now.tree() instanceof ObjectNode object) {
                read = now;
                editing.release();
                if (!object.equals(editing.value(""))) {
                    editing.set("", object, title);
                }
            } else {
                hold(1, Texts.get("yaml.not-object"));
            }
        } catch (YamlBroken e) {
            hold(e.line(), e.words());
        }
        // Only now: letting go and putting in are two changes, and between them the tree is not yet what was typed.
        typing = false;
        follow();
    }

    /** The field in whose lines a line is, from 0, as a pointer; empty for none. */
    public String fieldAt(int line) {
        return read == null || broken.get() != null ? "" : read.at(line);
    }

    /** Where a field stands; null if it does not, or nobody can tell. */
    public @Nullable Span place(String pointer) {
        return read == null || broken.get() != null ? null : read.of(pointer);
    }

    @Override
    public void close() {
        commit();
        listening.unsubscribe();
    }

    private void hold(int line, String problem) {
        editing.hold(new Broken(text.get(), problem, line));
    }

    private void follow() {
        Broken now = editing.broken();
        broken.set(now);
        if (typing) {
            return;
        }
        if (now != null) {
            text.set(now.text());
            return;
        }
        JsonNode tree = editing.value("");
        YamlText before = read;
        if (tree == null) {
            read = null;
            text.set("");
        } else if (before == null || !before.tree().equals(tree)) {
            show(before == null ? YamlWriter.write(tree) : YamlFollowing.follow(before, tree));
        } else {
            text.set(before.text());
        }
    }

    private void show(String written) {
        try {
            read = YamlText.read(written);
        } catch (YamlBroken e) {
            // What was just written can be read; were it not so, the text would still be right.
            read = null;
        }
        text.set(written);
    }
}
