package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.FilterField;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Routes screen's controller. */
public final class RoutesView implements ScreenView {
    private final RoutesViewModel model;
    private final DataTable<RouteRow> rows;
    private final Supplier<Layers> layers;

    @FXML
    private StackPane root;

    @FXML
    private VBox list;

    @FXML
    private Label count;

    @FXML
    private FilterField filter;

    @FXML
    private Button create;

    @FXML
    private MenuButton more;

    @FXML
    private LoadingLine loading;

    @FXML
    private HBox problem;

    @FXML
    private Label problemWords;

    @FXML
    private Button again;

    @FXML
    private StackPane table;

    @FXML
    private StackPane single;

    /**
     * A view of this model.
     *
     * @param layers above the screen
     */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in
    public RoutesView(RoutesViewModel model, Tools tools, Supplier<Layers> layers) {
        this.model = model;
        this.layers = layers;
        rows = new DataTable<>("routes", model.rows(), RouteRow::name, tools);
    }

    @FXML
    private void initialize() {
        count.textProperty().bind(model.rows().countProperty());
        filter.join(model.rows(), list);
        create.setOnAction(event -> model.begin(NewRoute.nothing()));
        more.getItems().setAll(rows.tableItems());
        rows.whenEmpty(new EmptyState(Icon.ROUTE, Texts.get("routes.empty"))
                .with(Texts.get("routes.new"), () -> model.begin(NewRoute.nothing())));
        rows.onOpen(model::lead);
        rows.onMenu(this::menu);
        rows.remember(model.memoryProperty());
        table.getChildren().setAll(rows);
        loading.join(model.loading());
        rows.whileLoading(loading);
        problemWords.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.reload());
        model.designerProperty().subscribe(now -> show());
        model.newRouteProperty().subscribe(now -> show());
    }

    @Override
    public void go(String selection, String query) {
        model.go(selection);
        if (!query.isEmpty()) {
            model.rows().filterProperty().set(query);
        }
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    private void show() {
        Designer designer = model.designerProperty().get();
        NewRoute fresh = model.newRouteProperty().get();
        Node shown = shown(designer, fresh);
        single.getChildren().setAll(shown == null ? List.of() : List.of(shown));
        single.setVisible(shown != null);
        list.setVisible(shown == null);
        if (shown instanceof DesignerPane pane) {
            pane.focus();
        } else if (shown instanceof NewRoutePane pane) {
            pane.focus();
        } else if (root.getScene() != null) {
            rows.focus();
        }
    }

    private @Nullable Node shown(@Nullable Designer designer, @Nullable NewRoute fresh) {
        if (fresh != null) {
            return new NewRoutePane(fresh, model::back);
        }
        return designer == null ? null : new DesignerPane(designer, model, layers);
    }

    private List<MenuItem> menu(RouteRow row) {
        return List.of(
                item("routes.open", Icon.EDIT, () -> model.lead(row)),
                item("routes.duplicate", Icon.COPY, () -> model.duplicate(row.name())),
                item("routes.delete", Icon.DELETE, () -> model.delete(row.name())));
    }

    static MenuItem item(String key, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key), new IconView(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
