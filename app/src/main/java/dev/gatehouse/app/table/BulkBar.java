package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Stands in for a screen's header while several rows are chosen: how many, and what that means. */
public final class BulkBar extends HBox {
    private final Label count = new Label();
    private final Label words = new Label();
    private final Button clear = new Button(Texts.get("table.bulk.clear"));

    /** Not joined to a table yet, for layouts. */
    public BulkBar() {
        count.getStyleClass().add("t-screen");
        words.getStyleClass().add("t-label");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getStyleClass().addAll("screen-header", "bulk-bar");
        getChildren().addAll(count, words, space, clear);
        appear(this, false);
    }

    /**
     * Follows what is chosen in a table; Esc there chooses nothing.
     *
     * @param header gives way to this bar
     */
    public void join(DataTable<?> table, Node header) {
        clear.setOnAction(event -> {
            table.clearSelection();
            table.focus();
        });
        table.chosen().addListener((ListChangeListener<Object>) change -> {
            int chosen = table.chosen().size();
            count.setText(Texts.get("table.bulk.count", chosen));
            appear(this, chosen > 1);
            appear(header, chosen <= 1);
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
                clear.fire();
                event.consume();
            }
        });
    }

    /** Says what choosing these rows means. */
    public void say(String sentence) {
        words.setText(sentence);
    }

    private static void appear(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
