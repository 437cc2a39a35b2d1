package dev.gatehouse.app.screen.overview;

import atlantafx.base.controls.SegmentedControl;
import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.chart.Ink;
import dev.gatehouse.app.chart.Measure;
import dev.gatehouse.app.chart.Series;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.chart.TimeChart;
import dev.gatehouse.app.chart.TimeView;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.screen.ScreenView;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Overview's controller. */
public final class OverviewView implements ScreenView {
    private final OverviewViewModel model;

    @FXML
    private VBox root;

    @FXML
    private Label age;

    @FXML
    private SegmentedControl span;

    @FXML
    private Button back;

    @FXML
    private ToggleButton pause;

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
    private SegmentedControl order;

    @FXML
    private TableView<RouteRow> routes;

    @FXML
    private TableColumn<RouteRow, String> routeName;

    @FXML
    private TableColumn<RouteRow, String> routeRate;

    @FXML
    private TableColumn<RouteRow, String> routeLatency;

    @FXML
    private TableColumn<RouteRow, String> routeErrors;

    @FXML
    private TableView<UpstreamRow> upstreams;

    @FXML
    private TableColumn<UpstreamRow, String> upstreamName;

    @FXML
    private TableColumn<UpstreamRow, UpstreamRow> upstreamTargets;

    @FXML
    private TableColumn<UpstreamRow, String> upstreamLatency;

    @FXML
    private TableColumn<UpstreamRow, String> upstreamInFlight;

    @FXML
    private VBox attentionPanel;

    @FXML
    private VBox attention;

    private TimeChart statusChart;
    private TimeChart latencyChart;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the charts are made in initialize, when their panels are there
    public OverviewView(OverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        charts();
        tiles();
        tables();
        TimeView view = model.view();
        Segments.join(span, Span.class, Span::key, view.spanProperty());
        Segments.join(order, RouteOrder.class, RouteOrder::key, model.orderProperty());
        pause.selectedProperty().bindBidirectional(view.pausedProperty());
        back.disableProperty().bind(view.zoomedProperty().not());
        back.setOnAction(event -> view.back());
        age.textProperty().bind(model.ageProperty());
        show(age, model.ageProperty().map(words -> !words.isEmpty()));
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                view.back();
            }
        });
        model.attention().addListener((ListChangeListener<Attention>) change -> attentions());
        attentions();
    }

    @Override
    public void shown() {
        statusChart.setActive(true);
        latencyChart.setActive(true);
    }

    @Override
    public void hidden() {
        statusChart.setActive(false);
        latencyChart.setActive(false);
    }

    private void charts() {
        statusChart = new TimeChart(
                model.samples(),
                model.view(),
                Measure.RATE,
                List.of(
                        new Series(Column.SERVER_ERRORS, "chart.5xx", Ink.STATUS_5XX, 1),
                        new Series(Column.CLIENT_ERRORS, "chart.4xx", Ink.STATUS_4XX, 1),
                        new Series(Column.REDIRECTS, "chart.3xx", Ink.STATUS_3XX, 1),
                        new Series(Column.SUCCESSES, "chart.2xx", Ink.STATUS_2XX, 1),
                        new Series(Column.OTHERS, "chart.other", Ink.STATUS_OTHER, 1)),
                true);
        latencyChart = new TimeChart(
                model.samples(),
                model.view(),
                Measure.LATENCY,
                List.of(
                        new Series(Column.P50, "chart.p50", Ink.P50, 1.5f),
                        new Series(Column.P95, "chart.p95", Ink.P95, 2),
                        new Series(Column.P99, "chart.p99", Ink.P99, 2)),
                false);
        VBox.setVgrow(statusChart, Priority.ALWAYS);
        VBox.setVgrow(latencyChart, Priority.ALWAYS);
        statusPanel.getChildren().add(statusChart);
        latencyPanel.getChildren().add(latencyChart);
    }

    private void tiles() {
        model.requestsProperty().subscribe(requests::show);
        model.errorsProperty().subscribe(errors::show);
        model.latencyProperty().subscribe(latency::show);
        model.inFlightProperty().subscribe(inFlight::show);
        model.targetsProperty().subscribe(targets::show);
    }

    private void tables() {
        column(routeName, RouteRow::name);
        column(routeRate, row -> Figures.rate(row.rate()));
        column(routeLatency, row -> Figures.milliseconds(row.p95()));
        column(routeErrors, row -> Figures.percent(row.errors()));
        routes.setItems(model.routes());
        routes.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openRoute();
            }
        });
        routes.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openRoute();
            }
        });
        column(upstreamName, UpstreamRow::name);
        column(upstreamTargets, Function.identity());
        upstreamTargets.setCellFactory(any -> new TargetsCell());
        column(upstreamLatency, row -> Figures.milliseconds(row.p95()));
        column(upstreamInFlight, row -> Figures.count((double) row.inFlight()));
        upstreams.setItems(model.upstreams());
        routes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        upstreams.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        routeName.setPrefWidth(220);
        upstreamName.setPrefWidth(140);
    }

    private void openRoute() {
        RouteRow row = routes.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    private void attentions() {
        attention
                .getChildren()
                .setAll(model.attention().stream().map(OverviewView::line).toList());
        boolean any = !model.attention().isEmpty();
        attentionPanel.setVisible(any);
        attentionPanel.setManaged(any);
    }

    private static Node line(Attention item) {
        Label words = new Label(item.words());
        words.setTooltip(new Tooltip(item.words()));
        HBox line = new HBox(new StatusMark(item.status()), words);
        line.getStyleClass().add("attention-line");
        return line;
    }

    private static <R, V> void column(TableColumn<R, V> column, Function<R, V> value) {
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
