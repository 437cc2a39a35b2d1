package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A list: one row an item, with its buttons at the right. Alt+↑ and Alt+↓ move it. */
final class ItemsEditor extends VBox {
    /** Beyond it a list opens by steps, so that a thousand targets do not make a thousand rows. */
    private static final int STEP = 50;

    private final ItemsPart part;
    private final FormNodes nodes;
    private final VBox rows = new VBox();
    private final Button more = new Button();
    private final Map<Part, Node> made = new WeakHashMap<>();
    private int shown = STEP;

    ItemsEditor(ItemsPart part, FormNodes nodes) {
        this.part = part;
        this.nodes = nodes;
        String what = part.each().title().toLowerCase(Locale.ROOT);
        Button add = new Button(what.isEmpty() ? Texts.get("form.add.plain") : Texts.get("form.add", what));
        add.setGraphic(new IconView(Icon.ADD));
        add.setAccessibleText(Texts.get("form.edit.add", part.words()));
        add.getStyleClass().addAll("flat", "form-add");
        add.setOnAction(event -> add());
        more.getStyleClass().addAll("flat", "form-add");
        more.setOnAction(event -> {
            shown += STEP;
            show();
        });
        rows.getStyleClass().add("form-items");
        getStyleClass().add("form-items");
        getChildren().addAll(rows, more, add);
        part.items().addListener((ListChangeListener<Part>) change -> show());
        show();
    }

    private void add() {
        shown = Math.max(shown, part.items().size() + 1);
        Part added = part.add();
        if (added != null) {
            focus(added);
        }
    }

    private void show() {
        int count = part.items().size();
        rows.getChildren()
                .setAll(part.items().stream()
                        .limit(shown)
                        .map(item -> made.computeIfAbsent(item, this::row))
                        .toList());
        more.setText(Texts.get("form.more", Math.max(0, count - shown)));
        more.setVisible(count > shown);
        more.setManaged(count > shown);
    }

    private Node row(Part item) {
        Node editor = nodes.bare(item);
        HBox.setHgrow(editor, Priority.ALWAYS);
        String words = item.words();
        HBox line = new HBox(
                editor,
                FieldRow.icon(Icon.CHEVRON_UP, Texts.get("form.up", words), () -> move(item, -1)),
                FieldRow.icon(Icon.CHEVRON_DOWN, Texts.get("form.down", words), () -> move(item, 1)),
                FieldRow.icon(Icon.DELETE, Texts.get("form.remove", words), () -> part.remove(item)));
        line.getStyleClass().addAll("form-item");
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean up = event.getCode() == KeyCode.UP;
            if (event.isAltDown() && (up || event.getCode() == KeyCode.DOWN)) {
                move(item, up ? -1 : 1);
                event.consume();
            }
        });
        Label problem = FormView.problem(item);
        VBox row = new VBox(line, problem);
        if (editor instanceof BriefGroup brief) {
            row.getChildren().add(brief.below());
        }
        row.getStyleClass().add("form-items");
        return row;
    }

    /** The parts stay where they are and their values move, so the focus goes after the value. */
    private void move(Part item, int by) {
        int to = part.items().indexOf(item) + by;
        part.move(item, by);
        if (to >= 0 && to < part.items().size()) {
            focus(part.items().get(to));
        }
    }

    private void focus(Part item) {
        Node row = made.get(item);
        if (row != null) {
            FormView.focusFirst(row);
        }
    }
}
