package dev.gatehouse.app.screen.overview;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The places of a table whose rows come anew each second. A place stays while what it holds changes, so that only the
 * cells with another text are laid out and drawn; new items would have the table make all its cells again, twice. The
 * selection follows its row to another place.
 */
final class Slots<R> {
    private final TableView<ObjectProperty<R>> table;
    private final ObservableList<R> rows;
    private final Function<R, String> name;
    private final ObservableList<ObjectProperty<R>> places = FXCollections.observableArrayList();

    /** Shows these rows in this table; a row is known again by its name. */
    Slots(TableView<ObjectProperty<R>> table, ObservableList<R> rows, Function<R, String> name) {
        this.table = table;
        this.rows = rows;
        this.name = name;
        rows.addListener((ListChangeListener<R>) change -> follow());
        table.setItems(places);
        follow();
    }

    private void follow() {
        String selected = selected();
        for (int i = 0; i < Math.min(places.size(), rows.size()); i++) {
            places.get(i).set(rows.get(i));
        }
        if (places.size() > rows.size()) {
            places.remove(rows.size(), places.size());
        }
        while (places.size() < rows.size()) {
            places.add(new SimpleObjectProperty<>(rows.get(places.size())));
        }
        if (selected != null && !selected.equals(selected())) {
            select(selected);
        }
    }

    private void select(String wanted) {
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < rows.size(); i++) {
            if (name.apply(rows.get(i)).equals(wanted)) {
                table.getSelectionModel().select(i);
                table.getFocusModel().focus(i);
            }
        }
    }

    private @Nullable String selected() {
        ObjectProperty<R> place = table.getSelectionModel().getSelectedItem();
        return place == null ? null : name.apply(place.get());
    }
}
