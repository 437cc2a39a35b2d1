package dev.gatehouse.app.screen.gateway;

import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Skeleton;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Pace;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The controller of the gateway's own screen. */
public final class GatewayView implements ScreenView {
    private final GatewayViewModel model;

    @FXML
    private StatusChip condition;

    @FXML
    private Button start;

    @FXML
    private Button restart;

    @FXML
    private Button stop;

    @FXML
    private HBox problem;

    @FXML
    private Label problemWords;

    @FXML
    private LoadingLine loading;

    @FXML
    private Label wayOut;

    @FXML
    private GridPane facts;

    @FXML
    private VBox logPanel;

    @FXML
    private ListView<String> log;

    @FXML
    private Label elsewhere;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the loader sets the nodes
    public GatewayView(GatewayViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.conditionProperty().subscribe(now -> {
            condition.statusProperty().set(now.status());
            condition.wordProperty().set(now.words());
        });
        start.setOnAction(event -> model.start());
        restart.setOnAction(event -> model.restart());
        stop.setOnAction(event -> model.stop());
        show(start, model.canStartProperty());
        show(restart, model.canStopProperty());
        show(stop, model.canStopProperty());
        problemWords.textProperty().bind(model.problemProperty());
        wayOut.textProperty().bind(model.wayOutProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        show(logPanel, model.ownProperty());
        show(elsewhere, model.ownProperty().map(own -> !own));
        model.facts().addListener((ListChangeListener<Fact>) change -> facts());
        loading.join(model.loading());
        loading.paceProperty().addListener((property, before, now) -> facts());
        facts();
        model.stale().subscribe(old -> {
            facts.getStyleClass().remove("dimmed");
            if (old) {
                facts.getStyleClass().add("dimmed");
            }
        });
        log.setItems(model.log());
        log.setCellFactory(list -> new Line());
        model.log().addListener((ListChangeListener<String>)
                change -> log.scrollTo(model.log().size() - 1));
    }

    @Override
    public void shown() {
        model.shown(true);
    }

    @Override
    public void hidden() {
        model.shown(false);
    }

    private void facts() {
        facts.getChildren().clear();
        Pace pace = loading.paceProperty().get();
        if (model.facts().isEmpty() && (pace == Pace.SLOW || pace == Pace.LONG)) {
            facts.add(new Skeleton(), 0, 0);
        }
        int row = 0;
        for (Fact fact : model.facts()) {
            Label name = new Label(Texts.get(fact.key()));
            name.getStyleClass().addAll("t-label", "fact-label");
            Label value = new Label(fact.value());
            value.getStyleClass().add("t-mono");
            name.setLabelFor(value);
            facts.addRow(row++, name, value);
        }
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** A line of the log, coloured by its level. */
    private static final class Line extends ListCell<String> {
        private static final PseudoClass WARN = PseudoClass.getPseudoClass("warning");
        private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            String text = empty || line == null ? "" : line;
            setText(text);
            pseudoClassStateChanged(WARN, text.contains(" WARN "));
            pseudoClassStateChanged(ERROR, text.contains(" ERROR "));
        }
    }
}
