package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A map: name and value of each entry in a row, and a field for the name of a new one. */
final class EntriesEditor extends VBox {
    private final EntriesPart part;
    private final FormNodes nodes;
    private final VBox rows = new VBox();
    private final TextField fresh = new TextField();
    private final Label refusal = new Label();
    private final Map<Part, Node> made = new WeakHashMap<>();

    EntriesEditor(EntriesPart part, FormNodes nodes) {
        this.part = part;
        this.nodes = nodes;
        fresh.setPromptText(Texts.get("form.key.prompt"));
        fresh.setAccessibleText(part.words() + ": " + Texts.get("form.key.prompt"));
        fresh.getStyleClass().addAll("t-mono", "entry-key");
        fresh.setOnAction(event -> add());
        fresh.textProperty().addListener((property, before, now) -> refuse(""));
        Button add = new Button(Texts.get("form.add.plain"));
        add.setGraphic(new IconView(Icon.ADD));
        add.setAccessibleText(Texts.get("form.edit.add", part.words()));
        add.getStyleClass().addAll("flat", "form-add");
        add.setOnAction(event -> add());
        HBox line = new HBox(fresh, add);
        line.getStyleClass().addAll("form-item");
        refusal.getStyleClass().add("field-error");
        refusal.setGraphic(new StatusMark(Status.BAD));
        refuse("");
        rows.getStyleClass().add("form-items");
        getStyleClass().add("form-items");
        getChildren().addAll(rows, line, refusal);
        part.entries().addListener((ListChangeListener<Part>) change -> show());
        show();
    }

    private void add() {
        String key = fresh.getText().strip();
        String why = part.refusal(key);
        refuse(why);
        if (why.isEmpty()) {
            fresh.clear();
            Part added = part.add(key);
            Node row = added == null ? null : made.get(added);
            if (row != null) {
                FormView.focusFirst(((VBox) row).getChildren().getFirst().lookup(".entry-value"));
            }
        }
    }

    private void show() {
        rows.getChildren()
                .setAll(part.entries().stream()
                        .map(entry -> made.computeIfAbsent(entry, this::row))
                        .toList());
    }

    private Node row(Part entry) {
        String name = part.key(entry);
        TextField key = new TextField(name);
        key.getStyleClass().addAll("t-mono", "entry-key");
        key.setAccessibleText(entry.words() + ": " + Texts.get("form.key"));
        key.setOnAction(event -> rename(entry, key));
        key.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                rename(entry, key);
            }
        });
        Node value = nodes.bare(entry);
        value.getStyleClass().add("entry-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(
                key,
                value,
                FieldRow.icon(Icon.DELETE, Texts.get("form.remove", entry.words()), () -> part.remove(entry)));
        line.getStyleClass().addAll("form-item");
        VBox row = new VBox(line, FormView.problem(entry));
        row.getStyleClass().add("form-items");
        return row;
    }

    private void rename(Part entry, TextField field) {
        String old = part.key(entry);
        String key = field.getText().strip();
        if (key.equals(old) || !part.entries().contains(entry)) {
            return;
        }
        String why = part.refusal(key);
        refuse(why);
        if (why.isEmpty()) {
            part.rename(entry, key);
        } else {
            field.setText(old);
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
        refusal.setManaged(!why.isEmpty());
    }
}
