package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** Fills the Overview's two tables; a click on a row, or Enter, leads to its calls. */
final class OverviewTables {
    private OverviewTables() {}

    /** The columns of routes. */
    record RouteColumns(
            TableColumn<ObjectProperty<RouteRow>, String> name,
            TableColumn<ObjectProperty<RouteRow>, String> rate,
            TableColumn<ObjectProperty<RouteRow>, String> latency,
            TableColumn<ObjectProperty<RouteRow>, String> errors) {}

    /** The columns of upstreams. */
    record UpstreamColumns(
            TableColumn<ObjectProperty<UpstreamRow>, String> name,
            TableColumn<ObjectProperty<UpstreamRow>, UpstreamRow> targets,
            TableColumn<ObjectProperty<UpstreamRow>, String> latency,
            TableColumn<ObjectProperty<UpstreamRow>, String> inFlight) {}

    static void routes(TableView<ObjectProperty<RouteRow>> table, OverviewViewModel model, RouteColumns columns) {
        column(columns.name(), RouteRow::name);
        column(columns.rate(), row -> Figures.rate(row.rate()));
        column(columns.latency(), row -> Figures.milliseconds(row.p95()));
        column(columns.errors(), row -> Figures.percent(row.errors()));
        share(table, 0.43, 0.19, 0.19, 0.19);
        new Slots<>(table, model.routes(), RouteRow::name);
        Leads leads = model.leads();
        opens(table, leads::calls);
        table.setContextMenu(new ContextMenu(
                item("overview.row.calls", table, leads::calls),
                item("overview.row.failed", table, leads::failed),
                item("overview.row.design", table, leads::design)));
    }

    static void upstreams(
            TableView<ObjectProperty<UpstreamRow>> table, OverviewViewModel model, UpstreamColumns columns) {
        column(columns.name(), UpstreamRow::name);
        column(columns.targets(), Function.identity());
        columns.targets().setCellFactory(any -> new TargetsCell());
        column(columns.latency(), row -> Figures.milliseconds(row.p95()));
        column(columns.inFlight(), row -> Figures.count((double) row.inFlight()));
        share(table, 0.34, 0.26, 0.2, 0.2);
        new Slots<>(table, model.upstreams(), UpstreamRow::name);
        Leads leads = model.leads();
        opens(table, leads::calls);
        table.setContextMenu(new ContextMenu(
                item("overview.row.calls", table, leads::calls), item("overview.row.upstream", table, leads::open)));
    }

    private static <R> void opens(TableView<ObjectProperty<R>> table, Consumer<R> open) {
        table.setRowFactory(any -> {
            TableRow<ObjectProperty<R>> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (!row.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                    open.accept(row.getItem().get());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            ObjectProperty<R> row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row.get());
            }
        });
    }

    /** Gives each column its share of the table; the constrained policies do not follow a table that grows narrower. */
    private static void share(TableView<?> table, double... shares) {
        for (int i = 0; i < shares.length; i++) {
            double part = shares[i];
            // Two pixels for the table's edge, and a few for the scroll bar.
            table.getColumns()
                    .get(i)
                    .prefWidthProperty()
                    .bind(table.widthProperty().map(width -> Math.floor((width.doubleValue() - 12) * part)));
        }
    }

    private static <R> MenuItem item(String key, TableView<ObjectProperty<R>> table, Consumer<R> action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        item.setOnAction(event ->
                action.accept(table.getSelectionModel().getSelectedItem().get()));
        return item;
    }

    private static <R, V> void column(TableColumn<ObjectProperty<R>, V> column, Function<R, V> value) {
        column.setCellValueFactory(row -> row.getValue().map(value));
        column.setSortable(false);
        column.setReorderable(false);
    }
}
