package dev.gatehouse.app.table;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.text.Texts;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The console's table: {@link Rows} as a {@link TableView}. Sorting by the heads, columns and widths to choose, rows to
 * copy and export, a menu for each row, and all of it remembered. What is selected stays selected while rows come and go.
 *
 * @param <R> a row
 */
public final class DataTable<R> extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final Rows<R> rows;
    private final Function<R, Object> id;
    private final Tools tools;
    private final String name;
    private final TableView<R> table = new TableView<>();
    /** As wide as an em is, so that widths in characters follow the size of the text. */
    private final Region em = new Region();

    private final ObservableList<R> items = FXCollections.observableArrayList();
    private final Columns<R> columns;
    private final ReadOnlyObjectWrapper<@Nullable R> selected = new ReadOnlyObjectWrapper<>();
    private final ObservableList<R> chosen = FXCollections.observableArrayList();
    private final ObservableList<R> chosenView = FXCollections.unmodifiableObservableList(chosen);
    private final ContextMenu menu = new ContextMenu();
    private final Placeholder placeholder;
    private Function<R, List<MenuItem>> rowItems = row -> List.of();
    private Consumer<R> open = row -> {};
    private @Nullable Memory memory;
    private boolean publishing;
    private boolean restoring;
    private Instant now = Instant.now();

    /**
     * A table.
     *
     * @param name what its arrangement is remembered under, and the name of exported files
     * @param id tells rows apart while their numbers change
     */
    public DataTable(String name, Rows<R> rows, Function<R, Object> id, Tools tools) {
        table.setAccessibleText(Texts.get("table.accessible", name));
        this.name = name;
        this.rows = rows;
        this.id = id;
        this.tools = tools;
        columns = new Columns<>(table, () -> em.prefWidth(-1), rows.columns(), this::keep);
        placeholder = new Placeholder(rows);
        table.setItems(items);
        table.setPlaceholder(placeholder);
        table.setTableMenuButtonVisible(false);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(any -> sorted());
        rows.columns().forEach(this::cells);
        heads();
        rows.shown().addListener((ListChangeListener<R>) change -> publish());
        rows.filterProperty().addListener((property, before, after) -> keep());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> select());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<R>) change -> choose());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row(event.getTarget()) && selected.get() != null) {
                open.accept(selected.get());
            }
        });
        em.getStyleClass().add("em");
        em.setManaged(false);
        em.setVisible(false);
        getChildren().addAll(table, em);
        getStyleClass().add("data-table");
        publish();
    }

    /** What is chosen; stays while the row is among those shown. */
    public ReadOnlyObjectProperty<@Nullable R> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** All rows that are chosen, in the order of the table; changes once for each choice. */
    public ObservableList<R> chosen() {
        return chosenView;
    }

    /** Chooses the row of an id and shows it; nothing if there is none. */
    public void select(Object wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (id.apply(items.get(i)).equals(wanted)) {
                table.getSelectionModel().clearAndSelect(i);
                table.scrollTo(Math.max(0, i - 5));
                return;
            }
        }
    }

    /** Chooses nothing. */
    public void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    /** What Enter and a double click do. */
    public void onOpen(Consumer<R> action) {
        open = action;
    }

    /** What a row's menu offers, above copying. */
    public void onMenu(Function<R, List<MenuItem>> offered) {
        rowItems = offered;
    }

    /** What stands in the table while there are no rows at all. */
    public void whenEmpty(Node node) {
        placeholder.whenEmpty(node);
    }

    /**
     * Says what its rows are waited for with: from the first question until
     * they came it hints at them, and is not called empty.
     */
    public void whileLoading(LoadingLine line) {
        placeholder.whileLoading(line);
    }

    /** Draws a column's cells in another way; what they say is still the column's. */
    public void draw(String key, Supplier<? extends TableCell<R, R>> cell) {
        columns.find(key).ifPresent(column -> column.setCellFactory(any -> cell.get()));
    }

    /** Tells the time, so that relative times move. */
    public void tick(Instant time) {
        now = time;
        if (rows.columns().stream().anyMatch(column -> column.time() != null)) {
            table.refresh();
        }
    }

    /** Remembers the arrangement there, and takes over what is remembered, now and whenever it is another gateway's. */
    public void remember(ObservableValue<? extends @Nullable Memory> where) {
        where.subscribe(this::restore);
    }

    /** What the screen's own menu offers on the whole table. */
    public List<MenuItem> tableItems() {
        MenuItem export = new MenuItem(Texts.get("table.export"), new IconView(Icon.COPY));
        export.setOnAction(event -> export());
        return List.of(export);
    }

    /** Puts the focus on the rows. */
    public void focus() {
        table.requestFocus();
    }

    private void cells(Column<R> column) {
        TableColumn<R, R> made = columns.find(column.key()).orElseThrow();
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(any -> new DataCell<>(column, () -> now));
    }

    private void heads() {
        ContextMenu heads = columns.menu(tableItems());
        table.getColumns().forEach(column -> column.setContextMenu(heads));
    }

    /** Sorting is done by the rows, beside this thread; the heads only say how. */
    private boolean sorted() {
        Sorting before = rows.sortingProperty().get();
        Sorting after = table.getSortOrder().isEmpty()
                ? Sorting.NONE
                : new Sorting(
                        table.getSortOrder().getFirst().getId(),
                        table.getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING);
        if (!before.equals(after)) {
            rows.sortingProperty().set(after);
            keep();
        }
        return true;
    }

    private void publish() {
        List<R> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        publishing = true;
        items.setAll(rows.shown());
        table.getSelectionModel().clearSelection();
        if (!chosen.isEmpty()) {
            reselect(chosen);
        }
        publishing = false;
        select();
        choose();
        placeholder.fill();
    }

    private void reselect(List<R> chosen) {
        Set<Object> ids = new HashSet<>();
        chosen.forEach(row -> ids.add(id.apply(row)));
        for (int i = 0; i < items.size() && !ids.isEmpty(); i++) {
            if (ids.remove(id.apply(items.get(i)))) {
                table.getSelectionModel().select(i);
            }
        }
    }

    private void select() {
        if (!publishing) {
            selected.set(table.getSelectionModel().getSelectedItem());
        }
    }

    private void choose() {
        if (!publishing) {
            List<Integer> places = table.getSelectionModel().getSelectedIndices().stream()
                    .filter(place -> place >= 0 && place < items.size())
                    .sorted()
                    .toList();
            List<R> now = places.stream().map(items::get).toList();
            if (!now.equals(chosen)) {
                chosen.setAll(now);
            }
        }
    }

    private void pressed(KeyEvent event) {
        R row = selected.get();
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (MENU.match(event) || event.getCode() == KeyCode.CONTEXT_MENU) {
            Node shown = table.lookup(".table-row-cell:selected");
            Bounds bounds = shown == null ? null : shown.localToScreen(shown.getBoundsInLocal());
            if (fillMenu() && bounds != null) {
                menu.show(table, bounds.getMinX(), bounds.getMaxY());
            } else if (!menu.getItems().isEmpty()) {
                menu.show(table, Side.TOP, 0, 0);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && row != null) {
            open.accept(row);
            event.consume();
        }
    }

    private void asked(ContextMenuEvent event) {
        if (row(event.getTarget()) && fillMenu()) {
            menu.show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private boolean fillMenu() {
        R row = selected.get();
        menu.getItems().clear();
        if (row == null) {
            return false;
        }
        menu.getItems().addAll(rowItems.apply(row));
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem copy = new MenuItem(Texts.get("table.copy"), new IconView(Icon.COPY));
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copy());
        menu.getItems().add(copy);
        return true;
    }

    private void copy() {
        List<R> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (!chosen.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(Delimited.tabs(columns.shown(), chosen));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void export() {
        Path file = tools.files().choose(getScene().getWindow(), name + ".csv");
        if (file == null) {
            return;
        }
        List<Column<R>> shown = columns.shown();
        List<R> written = new ArrayList<>(items);
        tools.jobs().start(Texts.get("table.exporting", written.size(), file.getFileName()), told -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                Delimited.csv(shown, written, out);
            }
            return file;
        });
    }

    private void keep() {
        Memory there = memory;
        if (there != null && !restoring) {
            Sorting sorting = rows.sortingProperty().get();
            Arrangement arrangement = new Arrangement(
                    sorting.key(),
                    sorting.down(),
                    columns.shares(),
                    columns.arrangement(),
                    rows.filterProperty().get());
            there.put("table." + name, arrangement.write());
        }
    }

    private void restore(@Nullable Memory next) {
        memory = next;
        if (next == null) {
            return;
        }
        Arrangement arrangement = Arrangement.read(next.get("table." + name, ""));
        restoring = true;
        columns.arrange(arrangement.columns(), arrangement.shares());
        rows.filterProperty().set(arrangement.filter());
        table.getSortOrder().clear();
        columns.find(arrangement.sort()).ifPresent(column -> {
            column.setSortType(arrangement.down() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().add(column);
        });
        restoring = false;
    }

    /** Whether an event fell on a row with something in it. */
    private static boolean row(Object target) {
        for (Node node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }
}
