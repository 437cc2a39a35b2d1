package dev.gatehouse.app.screen.listeners;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.screen.object.ObjectList;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.DetailSplit;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.FilterField;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Listeners screen's controller. */
public final class ListenersView implements ScreenView {
    private final ListenersViewModel model;
    private final DataTable<ListenerRow> table;

    @FXML
    private VBox root;

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
    private DetailSplit split;

    private ListenerPane pane;
    private ObjectList<ListenerRow> list;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in, initialize the rest
    public ListenersView(ListenersViewModel model, Tools tools) {
        this.model = model;
        table = new DataTable<>("listeners", model.rows(), ListenerRow::name, tools);
    }

    @FXML
    private void initialize() {
        pane = new ListenerPane(model, () -> list.close());
        list = new ObjectList<>(
                table,
                split,
                pane,
                "listeners.split",
                model.edits(),
                ListenerRow::name,
                model::choose,
                model.memoryProperty());
        list.closeFrom(root);
        split.openProperty().bind(model.chosenProperty().map(row -> true).orElse(false));
        table.whenEmpty(new EmptyState(Icon.LISTENER, Texts.get("listeners.none"))
                .with(Texts.get("listeners.new"), this::begin));
        count.textProperty().bind(model.rows().countProperty());
        filter.join(model.rows(), root);
        create.setOnAction(event -> begin());
        more.getItems().setAll(table.tableItems());
        loading.join(model.session().loading(), model.loading());
        table.whileLoading(loading);
        problemWords.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.reload());
    }

    @Override
    public void go(String selection, String filtered) {
        if (!filtered.isEmpty()) {
            filter.setText(filtered);
        }
        if (!selection.isEmpty()) {
            model.choose(selection);
            table.select(selection);
        }
    }

    @Override
    public void shown() {
        // A split has its parts as children only after it is dressed, and what is no child yet takes no focus.
        root.applyCss();
        table.focus();
    }

    private void begin() {
        String name = model.create();
        if (!name.isEmpty()) {
            model.choose(name);
            table.select(name);
            pane.showSettings();
        }
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
