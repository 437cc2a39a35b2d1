package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.label;
import static dev.gatehouse.app.screen.gallery.Sample.styled;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Tables and the layers above the content. The rows are made up, and only shown here. */
final class DataSamples {
    private DataSamples() {}

    private record Row(Status status, String name, String rate, String latency, String errors) {}

    static List<Sample> all() {
        return List.of(table(), dialog());
    }

    private static Sample table() {
        TableView<Row> table = new TableView<>();
        table.getItems()
                .setAll(
                        new Row(Status.GOOD, "products", "812", "31", "0.1"),
                        new Row(Status.ATTENTION, "orders", "301", "88", "1.9"),
                        new Row(Status.BAD, "payments", "97", "1 240", "12.4"),
                        new Row(Status.OFF, "hello", "–", "–", "–"));
        TableColumn<Row, String> name = column("gallery.table.route", Row::name);
        name.setCellFactory(column -> new NameCell());
        table.getColumns().add(name);
        table.getColumns().add(number("gallery.table.rate", Row::rate));
        table.getColumns().add(number("gallery.table.latency", Row::latency));
        table.getColumns().add(number("gallery.table.errors", Row::errors));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().select(1);
        return new Sample("gallery.table", 8, styled(table, "sample-table"));
    }

    private static TableColumn<Row, String> column(String key, Function<Row, String> value) {
        TableColumn<Row, String> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Row, String> number(String key, Function<Row, String> value) {
        TableColumn<Row, String> column = column(key, value);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static Sample dialog() {
        HBox buttons = styled(
                new HBox(
                        new Button(Texts.get("gallery.dialog.keep")),
                        styled(new Button(Texts.get("gallery.dialog.do")), "danger")),
                "gap-3",
                "align-right");
        VBox dialog = new VBox(
                label(Texts.get("gallery.dialog.title"), "t-section"),
                label(Texts.get("gallery.dialog.about"), "paragraph"),
                buttons);
        return new Sample("gallery.dialog", 7, styled(dialog, "layer", "dialog"));
    }

    private static final class NameCell extends TableCell<Row, String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            Row row = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : name);
            setGraphic(empty || row == null ? null : new StatusMark(row.status()));
            getStyleClass().remove("t-strong");
            getStyleClass().add("t-strong");
        }
    }
}
