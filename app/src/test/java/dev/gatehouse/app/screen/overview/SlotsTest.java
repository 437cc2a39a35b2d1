package dev.gatehouse.app.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class SlotsTest extends UiTest {
    private final ObservableList<String> rows =
            FXCollections.observableArrayList("catalog 1", "orders 2", "payments 3");

    @Test
    void rows_that_come_anew_change_the_texts_only_and_the_selection_follows_its_row() {
        TableView<ObjectProperty<String>> table = onFx(() -> {
            TableView<ObjectProperty<String>> made = new TableView<>();
            TableColumn<ObjectProperty<String>, String> column = new TableColumn<>("Name");
            column.setCellValueFactory(row -> row.getValue().map(words -> words));
            made.getColumns().add(column);
            new Slots<>(made, rows, row -> row.split(" ")[0]);
            return made;
        });
        show(() -> table, 400, 300);
        Set<?> cells = onFx(() -> table.lookupAll(".table-row-cell .table-cell"));
        change(() -> table.getSelectionModel().select(1));

        change(() -> rows.setAll("payments 9", "catalog 1", "orders 8"));
        assertThat(onFx(() -> table.lookupAll(".table-row-cell .table-cell"))).isEqualTo(cells);
        assertThat(texts(table)).containsExactlyInAnyOrder("payments 9", "catalog 1", "orders 8");
        assertThat(onFx(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(2);

        change(() -> rows.setAll("payments 9"));
        assertThat(texts(table)).containsExactly("payments 9");
        assertThat(onFx(() -> table.getSelectionModel().isEmpty())).isTrue();

        change(() -> rows.setAll("payments 9", "orders 7"));
        assertThat(texts(table)).containsExactlyInAnyOrder("payments 9", "orders 7");
    }

    private static void change(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
        settle();
    }

    private static List<String> texts(TableView<?> table) {
        return onFx(() -> table.lookupAll(".table-row-cell .table-cell").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.toList()));
    }
}
