package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.table.DetailSplit;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.FilterField;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.text.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The Events screen's controller. */
public final class EventsView implements ScreenView {
    private final EventsViewModel model;
    private final StackPane nothing = new StackPane();
    private LineList lines;

    @FXML
    private VBox root;

    @FXML
    private Label count;

    @FXML
    private StatusChip pulse;

    @FXML
    private Button fresh;

    @FXML
    private FilterField filter;

    @FXML
    private ComboBox<Least> least;

    @FXML
    private ComboBox<Matter> matter;

    @FXML
    private ToggleButton pause;

    @FXML
    private ComboBox<Back> back;

    @FXML
    private EventStrip strip;

    @FXML
    private Button range;

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
    private ListView<Line> list;

    @FXML
    private Label kept;

    /** A view of this model. */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in, and then the lines are made
    public EventsView(EventsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        lines = new LineList(list, model);
        header();
        time();
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        kept.setMaxWidth(Double.MAX_VALUE);
        VBox place = new VBox(list, kept);
        place.getStyleClass().add("surface");
        split.fill(place, new EventPane(model, this::close));
        split.remember(model.memoryProperty(), "events.split");
        split.openProperty().bind(model.event().seenProperty().map(seen -> true).orElse(false));
        show(kept, model.nothingProperty().map(now -> now == EventsViewModel.Nothing.WAITS));
        model.paceProperty().subscribe(pace -> loading.show(pace, Texts.get("events.opening"), model::stop));
        problemWords.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.again());
        Off.join(again, model.lost());
        model.nothingProperty().subscribe(this::fillNothing);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // A list keeps Escape to itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public void go(String selection, String text) {
        model.go(selection, text);
    }

    @Override
    public void shown() {
        model.shown();
        // A split has its parts as children only after it is dressed, and what is no child yet takes no focus.
        root.applyCss();
        list.requestFocus();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    private void header() {
        count.textProperty().bind(model.countProperty());
        model.pulseProperty().subscribe(now -> {
            pulse.statusProperty().set(now.status());
            pulse.wordProperty().set(now.word());
        });
        show(fresh, model.freshProperty().map(now -> now.longValue() > 0));
        fresh.textProperty()
                .bind(model.freshProperty().map(now -> Texts.get("events.fresh", Figures.exact(now.doubleValue()))));
        fresh.setOnAction(event -> model.pausedProperty().set(false));
        filter.textProperty().bindBidirectional(model.filters().textProperty());
        filter.focusFrom(root);
        choices(least, Least.values(), value -> Texts.get(value.key()));
        least.valueProperty().bindBidirectional(model.filters().leastProperty());
        choices(matter, Matter.values(), value -> Texts.get(value.key()));
        matter.valueProperty().bindBidirectional(model.filters().matterProperty());
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
    }

    private void time() {
        choices(back, Back.values(), value -> Texts.get(value.key()));
        back.valueProperty().bindBidirectional(model.filters().backProperty());
        strip.onNarrow(model.filters().rangeProperty()::set);
        model.binsProperty().subscribe(now -> drawStrip());
        model.filters().rangeProperty().subscribe(now -> drawStrip());
        show(range, model.filters().rangeProperty().map(now -> true).orElse(false));
        range.setOnAction(event -> model.filters().rangeProperty().set(null));
    }

    private void drawStrip() {
        Stretch narrowed = model.filters().rangeProperty().get();
        strip.show(model.binsProperty().get(), narrowed, model.zone());
        range.setText(
                narrowed == null
                        ? ""
                        : Texts.get(
                                "events.range",
                                narrowed.words(narrowed.from(), model.zone()),
                                narrowed.words(narrowed.to(), model.zone())));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (split.openProperty().get()) {
            close();
        } else if (model.filters().rangeProperty().get() != null) {
            model.filters().rangeProperty().set(null);
        } else {
            return;
        }
        event.consume();
    }

    private void close() {
        lines.clear();
        model.choose(null);
        list.requestFocus();
    }

    /** What stands in the list while it has no lines. */
    private void fillNothing(EventsViewModel.Nothing now) {
        switch (now) {
            case WAITS -> nothing.getChildren().clear();
            case EMPTY -> nothing.getChildren().setAll(new EmptyState(Icon.EVENTS, Texts.get("events.nothing")));
            case LOST -> nothing.getChildren().setAll(new EmptyState(Icon.EVENTS, Texts.get("events.nothing.lost")));
            case FILTERED ->
                nothing.getChildren()
                        .setAll(new EmptyState(Icon.FILTER, Texts.get("events.nothing.matches"))
                                .with(Texts.get("events.nothing.clear"), model.filters()::clear));
        }
    }

    private static <T> void choices(ComboBox<T> box, T[] values, Function<T, String> words) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not written");
            }
        });
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
