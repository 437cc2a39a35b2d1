package dev.gatehouse.app.screen.object;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.DetailSplit;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A list of configured objects with the detail of the chosen one beside it: choosing opens, Esc closes, Del takes out.
 *
 * @param <R> a row
 */
public final class ObjectList<R> {
    private final DataTable<R> table;
    private final DetailSplit split;
    private final Consumer<String> choose;

    /**
     * Fills a split.
     *
     * @param key what the split is remembered under
     * @param names a row's object
     * @param choose gets the name of the chosen object, empty for none
     */
    public ObjectList(
            DataTable<R> table,
            DetailSplit split,
            Region detail,
            String key,
            ObjectEdits edits,
            Function<R, String> names,
            Consumer<String> choose,
            ObservableValue<? extends @Nullable Memory> memory) {
        this.table = table;
        this.split = split;
        this.choose = choose;
        split.fill(table, detail);
        split.remember(memory, key);
        table.remember(memory);
        table.onMenu(row -> menu(edits, names.apply(row)));
        table.selectedProperty().subscribe(row -> {
            if (row != null) {
                choose.accept(names.apply(row));
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            R row = table.selectedProperty().get();
            if (event.getCode() == KeyCode.DELETE && row != null) {
                edits.delete(names.apply(row));
                event.consume();
            }
        });
    }

    /** Lets Esc anywhere on the screen close the detail. */
    public void closeFrom(Node screen) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && split.openProperty().get()) {
                close();
                event.consume();
            }
        });
    }

    /** Closes the detail. */
    public void close() {
        table.clearSelection();
        choose.accept("");
        table.focus();
    }

    private List<MenuItem> menu(ObjectEdits edits, String name) {
        MenuItem duplicate = new MenuItem(Texts.get("object.duplicate"), new IconView(Icon.COPY));
        duplicate.setOnAction(event -> choose.accept(edits.duplicate(name)));
        MenuItem revert = new MenuItem(Texts.get("object.revert"), new IconView(Icon.UNDO));
        revert.setDisable(edits.change(name).isEmpty());
        revert.setOnAction(event -> edits.revert(name));
        MenuItem delete = new MenuItem(Texts.get("object.delete"), new IconView(Icon.DELETE));
        delete.setOnAction(event -> edits.delete(name));
        return List.of(duplicate, revert, delete);
    }
}
