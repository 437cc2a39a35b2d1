package dev.gatehouse.app.screen.upstreams;

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

/** The Upstreams screen's controller. */
public final class UpstreamsView implements ScreenView {
    private final UpstreamsViewModel model;
    private final DataTable<UpstreamRow> table;

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

    private UpstreamPane pane;
    private ObjectList<UpstreamRow> list;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in, initialize the rest
    public UpstreamsView(UpstreamsViewModel model, Tools tools) {
        this.model = model;
        table = new DataTable<>("upstreams", model.rows(), UpstreamRow::name, tools);
    }

    @FXML
    private void initialize() {
        pane = new UpstreamPane(model, () -> list.close());
        list = new ObjectList<>(
                table,
                split,
                pane,
                "upstreams.split",
                model.edits(),
                UpstreamRow::name,
                model::choose,
                model.memoryProperty());
        list.closeFrom(root);
        split.openProperty().bind(model.chosenProperty().map(row -> true).orElse(false));
        table.whenEmpty(new EmptyState(Icon.UPSTREAM, Texts.get("upstreams.none"))
                .with(Texts.get("upstreams.new"), this::begin));
        count.textProperty().bind(model.rows().countProperty());
        filter.join(model.rows(), root);
        create.setOnAction(event -> begin());
        more.getItems().setAll(table.tableItems());
        loading.join(model.loading());
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
        pane.setActive(true);
        // A split has its parts as children only after it is dressed, and what is no child yet takes no focus.
        root.applyCss();
        table.focus();
    }

    @Override
    public void hidden() {
        pane.setActive(false);
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
