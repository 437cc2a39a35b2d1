package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/** The columns of a shown table: which, in what order and how wide. */
final class Columns<R> {
    /** Of a monospaced character at the size of cells, and of a cell's padding with room for an arrow, in em. */
    private static final double CHARACTER = 0.5539;

    private static final double PADDING = 1.4;

    private final TableView<R> table;
    private final DoubleSupplier em;
    private final List<Column<R>> declared;
    private final List<TableColumn<R, R>> all = new ArrayList<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final Runnable changed;
    private boolean setting;

    /**
     * The columns as declared.
     *
     * @param em the size of the text, in pixels
     * @param changed told when a person changed something
     */
    Columns(TableView<R> table, DoubleSupplier em, List<Column<R>> declared, Runnable changed) {
        this.table = table;
        this.em = em;
        this.declared = declared;
        this.changed = changed;
        for (Column<R> column : declared) {
            TableColumn<R, R> made = new TableColumn<>(Texts.get(column.title()));
            made.setId(column.key());
            made.getStyleClass().add(column.look().styleClass());
            made.setVisible(!column.hidden());
            all.add(made);
            made.visibleProperty().addListener((property, before, now) -> {
                if (!setting) {
                    changed.run();
                }
            });
        }
        table.getColumns().setAll(all);
        table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) change -> {
            if (!setting) {
                changed.run();
            }
        });
        spread();
    }

    /** The column of a key. */
    Optional<TableColumn<R, R>> find(String key) {
        return all.stream().filter(column -> column.getId().equals(key)).findFirst();
    }

    /** The declarations of the columns that are shown, in the order in which they are shown. */
    List<Column<R>> shown() {
        return table.getVisibleLeafColumns().stream()
                .map(TableColumnBase::getId)
                .map(this::declaration)
                .toList();
    }

    /** The keys shown, empty if these are the declared ones. */
    List<String> arrangement() {
        List<String> now = shown().stream().map(Column::key).toList();
        List<String> usual = declared.stream()
                .filter(column -> !column.hidden())
                .map(Column::key)
                .toList();
        return now.equals(usual) ? List.of() : now;
    }

    /** The shares of the width that a person gave. */
    Map<String, Double> shares() {
        return Map.copyOf(shares);
    }

    /** Shows the columns as somebody arranged them. */
    void arrange(List<String> keys, Map<String, Double> widths) {
        setting = true;
        List<TableColumn<R, R>> order = new ArrayList<>();
        keys.forEach(key -> find(key).ifPresent(order::add));
        all.stream().filter(column -> !order.contains(column)).forEach(order::add);
        if (!table.getColumns().equals(order)) {
            table.getColumns().setAll(order);
        }
        for (TableColumn<R, R> column : all) {
            boolean usual = !declaration(column.getId()).hidden();
            column.setVisible(keys.isEmpty() ? usual : keys.contains(column.getId()));
        }
        shares.clear();
        shares.putAll(widths);
        setting = false;
        spread();
    }

    /** A new policy is asked at once. */
    private void spread() {
        table.setColumnResizePolicy(new SharedWidth(
                column -> fixed(declaration(column.getId())),
                column -> share(declaration(column.getId())),
                this::resized));
    }

    /** By hand every column has its share. */
    private double fixed(Column<R> column) {
        boolean fits = column.characters() > 0 && shares.isEmpty();
        return fits ? em.getAsDouble() * (column.characters() * CHARACTER + PADDING) : 0;
    }

    private double share(Column<R> column) {
        return shares.getOrDefault(column.key(), column.weight());
    }

    /** What a person gave is kept on the scale of the weights, so that a column that is shown later fits in. */
    private void resized() {
        double sum = shown().stream().mapToDouble(Column::weight).sum();
        double width = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumnBase::getWidth)
                .sum();
        for (Column<R> column : shown()) {
            find(column.key()).ifPresent(made -> shares.put(column.key(), made.getWidth() / width * sum));
        }
        changed.run();
    }

    /** The menu of the heads: a check for each column, and back to the declared ones. */
    ContextMenu menu(List<MenuItem> more) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(items());
        if (!more.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(more);
        }
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (TableColumn<R, R> column : all) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            // The name stays: without it nobody knows what a row is.
            item.setDisable(column.equals(all.getFirst()));
            items.add(item);
        }
        MenuItem reset = new MenuItem(Texts.get("table.columns.reset"));
        reset.setOnAction(event -> {
            arrange(List.of(), Map.of());
            changed.run();
        });
        items.add(new SeparatorMenuItem());
        items.add(reset);
        return items;
    }

    private Column<R> declaration(String key) {
        return declared.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
