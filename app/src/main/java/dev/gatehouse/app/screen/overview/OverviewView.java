package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.ChartExport;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.chart.TimeView;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The Overview's controller. */
public final class OverviewView implements ScreenView {
    /** What is read faster than this shows nothing of it. */
    private static final double ROOT_FONT = 13;

    private final OverviewViewModel model;
    private final ChartExport export;
    private final Consumer<Command> commands;
    private final BooleanProperty onShow = new SimpleBooleanProperty();

    @FXML
    private VBox root;

    @FXML
    private Label age;

    @FXML
    private Label problem;

    @FXML
    private LoadingLine loading;

    @FXML
    private SegmentRow span;

    @FXML
    private Button back;

    @FXML
    private ToggleButton pause;

    @FXML
    private HBox tiles;

    @FXML
    private HBox moreTiles;

    @FXML
    private GridPane charts;

    @FXML
    private TileView requests;

    @FXML
    private TileView errors;

    @FXML
    private TileView latency;

    @FXML
    private TileView inFlight;

    @FXML
    private TileView targets;

    @FXML
    private Pane statusPanel;

    @FXML
    private Pane latencyPanel;

    @FXML
    private MenuButton statusMenu;

    @FXML
    private MenuButton latencyMenu;

    @FXML
    private SegmentRow order;

    @FXML
    private TableView<ObjectProperty<RouteRow>> routes;

    @FXML
    private TableColumn<ObjectProperty<RouteRow>, String> routeName;

    @FXML
    private TableColumn<ObjectProperty<RouteRow>, String> routeRate;

    @FXML
    private TableColumn<ObjectProperty<RouteRow>, String> routeLatency;

    @FXML
    private TableColumn<ObjectProperty<RouteRow>, String> routeErrors;

    @FXML
    private TableView<ObjectProperty<UpstreamRow>> upstreams;

    @FXML
    private TableColumn<ObjectProperty<UpstreamRow>, String> upstreamName;

    @FXML
    private TableColumn<ObjectProperty<UpstreamRow>, UpstreamRow> upstreamTargets;

    @FXML
    private TableColumn<ObjectProperty<UpstreamRow>, String> upstreamLatency;

    @FXML
    private TableColumn<ObjectProperty<UpstreamRow>, String> upstreamInFlight;

    @FXML
    private VBox attentionPanel;

    @FXML
    private Button events;

    @FXML
    private VBox attention;

    private Charts drawn;

    /**
     * A view of this model.
     *
     * @param commands takes what can be done here; it is possible while the screen is on show
     */
    @SuppressWarnings("NullAway.Init") // the charts are made in initialize, when their panels are there
    public OverviewView(OverviewViewModel model, ChartExport export, Consumer<Command> commands) {
        this.model = model;
        this.export = export;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        drawn = new Charts(model, export, statusPanel, latencyPanel);
        drawn.fill(statusMenu, latencyMenu);
        commands.accept(new Command("command.overview.pause", Icon.PAUSE, null, onShow, pause::fire));
        drawn.exports().forEach(commands);
        tiles();
        OverviewTables.routes(
                routes, model, new OverviewTables.RouteColumns(routeName, routeRate, routeLatency, routeErrors));
        OverviewTables.upstreams(
                upstreams,
                model,
                new OverviewTables.UpstreamColumns(upstreamName, upstreamTargets, upstreamLatency, upstreamInFlight));
        header();
        Arrangement arrangement = new Arrangement(tiles, moreTiles, charts);
        root.widthProperty().addListener((property, before, now) -> {
            double scale = age.getFont().getSize() / ROOT_FONT;
            arrangement.fit(root.getScene().getWidth() / scale);
        });
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                model.view().back();
            }
        });
        events.setOnAction(event -> model.leads().events());
        model.attention().addListener((ListChangeListener<Attention>) change -> attentions());
        attentions();
    }

    @Override
    public void shown() {
        onShow.set(true);
        model.setShown(true);
        drawn.setActive(true);
    }

    @Override
    public void hidden() {
        onShow.set(false);
        model.setShown(false);
        drawn.setActive(false);
    }

    private void header() {
        TimeView view = model.view();
        span.join(Span.class, value -> Texts.get(value.key()), view.spanProperty());
        order.join(RouteOrder.class, value -> Texts.get(value.key()), model.orderProperty());
        pause.selectedProperty().bindBidirectional(view.pausedProperty());
        back.disableProperty().bind(view.zoomedProperty().not());
        back.setOnAction(event -> view.back());
        age.textProperty().bind(model.ageProperty());
        show(age, model.ageProperty().map(words -> !words.isEmpty()));
        problem.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        loading.join(model.loading());
    }

    private void tiles() {
        model.requestsProperty().subscribe(requests::show);
        model.errorsProperty().subscribe(errors::show);
        model.latencyProperty().subscribe(latency::show);
        model.inFlightProperty().subscribe(inFlight::show);
        model.targetsProperty().subscribe(targets::show);
        requests.setOnAction(event -> model.leads().all());
        errors.setOnAction(event -> model.leads().failed());
        latency.setOnAction(event -> model.openLatency());
        inFlight.setOnAction(event -> model.leads().all());
        targets.setOnAction(event -> model.openTargets());
    }

    private void attentions() {
        attention
                .getChildren()
                .setAll(model.attention().stream().map(this::line).toList());
        boolean any = !model.attention().isEmpty();
        attentionPanel.setVisible(any);
        attentionPanel.setManaged(any);
    }

    private Node line(Attention item) {
        if (item.about() == null) {
            Label words = new Label(item.words(), new StatusMark(item.status()));
            words.getStyleClass().add("attention-line");
            words.setTooltip(new Tip(item.words()));
            return words;
        }
        Button line = new Button(item.words(), new StatusMark(item.status()));
        line.getStyleClass().addAll("flat", "attention-line");
        line.setTooltip(new Tip(item.words()));
        line.setOnAction(event -> model.leads().open(item));
        return line;
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
