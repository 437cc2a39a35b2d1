package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The field of a table's filter: Ctrl+F goes there, Esc empties it. */
public final class FilterField extends TextField {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** An empty field; {@link #join} gives it something to filter. */
    public FilterField() {
        getStyleClass().add("filter-field");
        setPromptText(Texts.get("table.filter.prompt"));
        setAccessibleText(Texts.get("table.filter.prompt"));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /**
     * Filters rows.
     *
     * @param screen within which Ctrl+F leads here
     */
    public void join(Rows<?> rows, Node screen) {
        textProperty().bindBidirectional(rows.filterProperty());
        focusFrom(screen);
    }

    /** Lets Ctrl+F lead here from anywhere on a screen. */
    public void focusFrom(Node screen) {
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                requestFocus();
                selectAll();
                event.consume();
            }
        });
    }
}
