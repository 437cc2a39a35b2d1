package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.screen.Questions;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.DetailSplit;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The Traffic screen's controller. */
public final class TrafficView implements ScreenView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final TrafficViewModel model;
    private final DataTable<CallRow> table;
    private final Questions questions;
    private final StackPane nothing = new StackPane();

    @FXML
    private VBox root;

    @FXML
    private Label count;

    @FXML
    private StatusChip pulse;

    @FXML
    private Label dropped;

    @FXML
    private SegmentRow mode;

    @FXML
    private ComboBox<Since> since;

    @FXML
    private Button fresh;

    @FXML
    private ToggleButton pause;

    @FXML
    private MenuButton more;

    @FXML
    private TextField query;

    @FXML
    private Button search;

    @FXML
    private Label wrong;

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

    @FXML
    private Button older;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in
    public TrafficView(TrafficViewModel model, Tools tools, Questions questions) {
        this.model = model;
        this.questions = questions;
        table = new DataTable<>("traffic", model.rows(), CallRow::id, tools);
    }

    @FXML
    private void initialize() {
        header();
        query();
        table.whenEmpty(nothing);
        table.onMenu(row -> new CallMenu(model, row).items());
        table.onOpen(model::choose);
        table.remember(model.memoryProperty());
        table.selectedProperty().subscribe(row -> {
            if (row != null) {
                model.choose(row);
            }
        });
        VBox list = new VBox(table, older);
        list.getStyleClass().add("surface");
        VBox.setVgrow(table, Priority.ALWAYS);
        split.fill(list, new CallPane(model.call(), questions, this::close));
        split.remember(model.memoryProperty(), "traffic.split");
        split.openProperty().bind(model.call().callProperty().map(call -> true).orElse(false));
        older.setOnAction(event -> model.fetchOlder());
        for (Button asks : List.of(search, older, again)) {
            Off.join(asks, model.call().lost());
        }
        show(older, model.olderProperty());
        loading.join(model.loading());
        table.whileLoading(loading);
        problemWords
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::problem, model.problemProperty(), model.call().problemProperty()));
        show(problem, problemWords.textProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.restart());
        more.getItems().setAll(table.tableItems());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        for (ObservableValue<?> cause : List.of(model.queryProperty(), model.wrongProperty(), model.modeProperty())) {
            cause.addListener((property, before, now) -> fillNothing());
        }
        fillNothing();
    }

    @Override
    public void go(String selection, String filter) {
        model.go(selection, filter);
    }

    @Override
    public void shown() {
        model.shown();
        // A split has its parts as children only after it is dressed, and what is no child yet takes no focus.
        root.applyCss();
        table.focus();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    private void header() {
        count.textProperty().bind(model.rows().countProperty());
        model.pulseProperty().subscribe(now -> {
            pulse.statusProperty().set(now.status());
            pulse.wordProperty().set(now.word());
        });
        ObservableValue<Boolean> live = model.modeProperty().map(now -> now == Mode.LIVE);
        show(pulse, live);
        show(pause, live);
        show(since, live.map(now -> !now));
        show(fresh, model.freshProperty().map(now -> now.longValue() > 0));
        fresh.textProperty()
                .bind(model.freshProperty().map(now -> Texts.get("traffic.fresh", Figures.exact(now.doubleValue()))));
        fresh.setOnAction(event -> model.pausedProperty().set(false));
        show(dropped, model.droppedProperty().map(now -> now.longValue() > 0));
        dropped.textProperty()
                .bind(model.droppedProperty()
                        .map(now -> Texts.get("traffic.dropped", Figures.count(now.doubleValue()))));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        mode.join(Mode.class, value -> Texts.get(value.key()), model.modeProperty());
        since.getItems().setAll(Since.values());
        since.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Since value) {
                return value == null ? "" : Texts.get(value.key());
            }

            @Override
            public Since fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not written");
            }
        });
        since.valueProperty().bindBidirectional(model.sinceProperty());
    }

    private void query() {
        model.queryProperty().subscribe(query::setText);
        query.setOnAction(event -> model.ask(query.getText()));
        search.setOnAction(event -> model.ask(query.getText()));
        query.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !query.getText().isEmpty()) {
                model.ask("");
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                table.focus();
                event.consume();
            }
        });
        show(wrong, model.wrongProperty().map(now -> true).orElse(false));
        model.wrongProperty().subscribe(now -> {
            query.pseudoClassStateChanged(DANGER, now != null);
            wrong.setText(now == null ? "" : now.words());
            // The column may lie inside the term; what has to be mended is the whole of it.
            int start = now == null ? -1 : query.getText().lastIndexOf(now.term(), Math.max(0, now.column() - 1));
            if (now != null && start >= 0) {
                query.selectRange(start, start + now.term().length());
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            query.requestFocus();
            query.selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && split.openProperty().get()) {
            close();
            event.consume();
        }
    }

    private void close() {
        table.clearSelection();
        model.choose(null);
        table.focus();
    }

    private String problem() {
        String words = model.problemProperty().get();
        return words.isEmpty() ? model.call().problemProperty().get() : words;
    }

    /** What stands in the table while it has no rows. */
    private void fillNothing() {
        boolean live = model.modeProperty().get() == Mode.LIVE;
        EmptyState state;
        if (model.wrongProperty().get() != null) {
            state = new EmptyState(Icon.FILTER, Texts.get("traffic.nothing.wrong"));
        } else if (!model.queryProperty().get().isEmpty()) {
            String asked = model.queryProperty().get();
            state = new EmptyState(
                            Icon.FILTER,
                            Texts.get(live ? "traffic.nothing.live-matches" : "traffic.nothing.matches", asked))
                    .with(Texts.get("traffic.nothing.clear"), () -> model.ask(""));
        } else {
            state = new EmptyState(Icon.TRAFFIC, Texts.get(live ? "traffic.nothing.live" : "traffic.nothing.stored"));
        }
        nothing.getChildren().setAll(state);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
