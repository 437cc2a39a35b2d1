package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.draft.Conflict;
import dev.gatehouse.app.draft.Merge;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Surroundings;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.text.Texts;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The review's controller; a layer, not a place. */
public final class ReviewView implements ScreenView {
    private static final KeyCombination APPLY = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ReviewViewModel model;
    private final Supplier<Surroundings> around;
    private final Runnable leave;

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private Label base;

    @FXML
    private Label applying;

    @FXML
    private LoadingLine loading;

    @FXML
    private HBox body;

    @FXML
    private ListView<ReviewItem> items;

    @FXML
    private VBox details;

    @FXML
    private VBox mergePane;

    @FXML
    private Label mergeWords;

    @FXML
    private VBox conflicts;

    @FXML
    private Button merge;

    @FXML
    private HBox donePane;

    @FXML
    private Label done;

    @FXML
    private Button show;

    @FXML
    private VBox emptyPane;

    @FXML
    private HBox problemLine;

    @FXML
    private Label problem;

    @FXML
    private VBox elsewhere;

    @FXML
    private HBox namePane;

    @FXML
    private Label nameWords;

    @FXML
    private TextField name;

    @FXML
    private HBox inputs;

    @FXML
    private TextField message;

    @FXML
    private ComboBox<Fate> fate;

    @FXML
    private Label why;

    @FXML
    private Button close;

    @FXML
    private Button apply;

    /**
     * A view of this model.
     *
     * @param around what stands around the changes
     * @param leave closes the layer
     */
    @SuppressWarnings("NullAway.Init") // the loader fills in the nodes
    public ReviewView(ReviewViewModel model, Supplier<Surroundings> around, Runnable leave) {
        this.model = model;
        this.around = around;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        items.setItems(model.items());
        items.setCellFactory(list -> new ItemCell());
        items.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> detail(now));
        items.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.items().addListener((ListChangeListener<ReviewItem>) change -> arrange());
        model.elsewhere().addListener((ListChangeListener<Remark>) change -> elsewhere());
        model.mergeProperty().addListener((property, before, now) -> arrange());
        model.doneProperty().addListener((property, before, now) -> arrange());
        message.textProperty().bindBidirectional(model.messageProperty());
        name.textProperty().bindBidirectional(model.typedNameProperty());
        fate.getItems().setAll(Fate.values());
        fate.setConverter(new FateWords());
        fate.valueProperty().bindBidirectional(model.fateProperty());
        model.fateProperty()
                .subscribe(now -> apply.setText(Texts.get(now == Fate.FOR_GOOD ? "review.apply" : "review.try")));
        problem.textProperty().bind(model.problemProperty());
        show(problemLine, model.problemProperty().map(words -> !words.isEmpty()));
        applying.textProperty().bind(model.applyingProperty());
        loading.join(model.checking());
        why.textProperty().bind(model.whyProperty());
        apply.disableProperty()
                .bind(model.whyProperty()
                        .map(words ->
                                !(words.isEmpty() || words.equals(model.lost().getValue()))));
        Off.join(apply, model.lost());
        apply.setOnAction(event -> model.apply());
        close.setOnAction(event -> leave.run());
        merge.setOnAction(event -> model.merge());
        done.textProperty().bind(model.doneProperty());
        show.setOnAction(event -> {
            leave.run();
            model.showRevision();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (APPLY.match(event)) {
                model.apply();
                event.consume();
            }
        });
        arrange();
    }

    @Override
    public void shown() {
        model.open();
        arrange();
        if (items.getItems().isEmpty()) {
            close.requestFocus();
        } else {
            items.requestFocus();
        }
    }

    @Override
    public void hidden() {
        model.close();
    }

    private void pressed(KeyEvent event) {
        ReviewItem item = items.getSelectionModel().getSelectedItem();
        if (item != null && event.getCode() == KeyCode.SPACE) {
            item.chosenProperty().set(!item.chosenProperty().get());
            event.consume();
        }
    }

    /** Shows what there is to do: decide conflicts, look at changes, or read what was done. */
    private void arrange() {
        Merge conflicting = model.mergeProperty().get();
        boolean nothing = model.items().isEmpty();
        boolean finished = nothing && !model.doneProperty().get().isEmpty();
        int count = model.items().size();
        title.setText(
                nothing
                        ? Texts.get("review.title")
                        : count == 1 ? Texts.get("review.title.one") : Texts.get("review.title.count", count));
        base.setText(model.base() == 0 ? "" : Texts.get("review.base", model.base(), model.gateway()));
        visible(mergePane, conflicting != null);
        visible(merge, conflicting != null);
        visible(body, conflicting == null && !nothing);
        visible(donePane, conflicting == null && !model.doneProperty().get().isEmpty());
        visible(emptyPane, conflicting == null && nothing && !finished);
        visible(inputs, conflicting == null && !nothing);
        visible(why, !nothing);
        visible(namePane, conflicting == null && !nothing && model.nameNeeded());
        visible(apply, conflicting == null && !nothing);
        nameWords.setText(Texts.get("review.name", model.gateway()));
        close.setText(Texts.get(nothing && conflicting == null ? "review.close" : "review.later"));
        if (conflicting != null) {
            merge(conflicting);
        } else if (items.getSelectionModel().getSelectedItem() == null && !nothing) {
            items.getSelectionModel().selectFirst();
        }
    }

    private void merge(Merge conflicting) {
        mergeWords.setText(Texts.get(
                "review.merge.words",
                conflicting.theirs().revision(),
                conflicting.conflicts().size()));
        conflicts.getChildren().clear();
        for (Conflict conflict : conflicting.conflicts()) {
            conflicts.getChildren().add(new ConflictPane(conflict, conflicting.choice(conflict), choice -> {
                model.decide(conflict, choice);
                merge.setDisable(!conflicting.settled());
            }));
        }
        merge.setDisable(!conflicting.settled());
    }

    private void detail(@Nullable ReviewItem item) {
        details.getChildren().clear();
        if (item != null) {
            details.getChildren().add(new ItemPane(item, around.get(), () -> model.revert(item), this::go));
        }
    }

    private void elsewhere() {
        elsewhere.getChildren().clear();
        for (Remark remark : model.elsewhere()) {
            elsewhere.getChildren().add(new RemarkLine(remark, true, this::go));
        }
        visible(elsewhere, !model.elsewhere().isEmpty());
    }

    private void go(ObjectKey key, String pointer) {
        leave.run();
        model.go(key, pointer);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static void visible(Region node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private static final class FateWords extends StringConverter<Fate> {
        @Override
        public String toString(@Nullable Fate fate) {
            return fate == null ? "" : Texts.get(fate.key());
        }

        @Override
        public Fate fromString(String words) {
            return Stream.of(Fate.values())
                    .filter(fate -> toString(fate).equals(words))
                    .findFirst()
                    .orElse(Fate.FOR_GOOD);
        }
    }
}
