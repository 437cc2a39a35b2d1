package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Question;
import dev.gatehouse.app.table.BulkBar;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.FilterField;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.RememberedSplit;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The history's controller. */
public final class ChangesView implements ScreenView {
    private final ChangesViewModel model;
    private final Tools tools;
    private final Supplier<Layers> layers;

    @FXML
    private SplitPane split;

    @FXML
    private VBox root;

    @FXML
    private HBox header;

    @FXML
    private BulkBar bulk;

    @FXML
    private Label count;

    @FXML
    private FilterField filter;

    @FXML
    private LoadingLine loading;

    @FXML
    private HBox problemLine;

    @FXML
    private Label problem;

    @FXML
    private Button again;

    @FXML
    private HBox doneLine;

    @FXML
    private Label done;

    @FXML
    private StackPane tablePlace;

    @FXML
    private Button older;

    @FXML
    private VBox detail;

    @FXML
    private Label title;

    @FXML
    private Label againstWords;

    @FXML
    private ComboBox<Integer> against;

    @FXML
    private Button restore;

    @FXML
    private Button draft;

    @FXML
    private VBox body;

    @FXML
    private Label hint;

    private DataTable<RevisionRow> table;
    private boolean filling;
    private List<Integer> compared = List.of();

    /**
     * A view of this model.
     *
     * @param layers where questions are asked
     */
    @SuppressWarnings("NullAway.Init") // the loader fills in the nodes, initialize the table
    public ChangesView(ChangesViewModel model, Tools tools, Supplier<Layers> layers) {
        this.model = model;
        this.tools = tools;
        this.layers = layers;
    }

    @FXML
    private void initialize() {
        table = new DataTable<>("revisions", model.rows(), RevisionRow::number, tools);
        table.whenEmpty(new EmptyState(Icon.CHANGES, Texts.get("changes.empty")));
        table.remember(model.memory());
        new RememberedSplit(split, "changes.split", model.memory());
        table.onMenu(row -> model.serves(row.number()) ? List.of() : List.of(restoring(row.number())));
        table.chosen().addListener((ListChangeListener<RevisionRow>) change -> chosen());
        bulk.join(table, header);
        table.onOpen(row -> detail.requestFocus());
        tablePlace.getChildren().add(table);
        filter.join(model.rows(), root);
        count.textProperty().bind(model.rows().countProperty());
        loading.join(model.loading(), model.comparing());
        table.whileLoading(loading);
        problem.textProperty().bind(model.problemProperty());
        show(problemLine, model.problemProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.load());
        done.textProperty().bind(model.doneProperty());
        show(doneLine, model.doneProperty().map(words -> !words.isEmpty()));
        show(older, model.olderProperty());
        Off.join(older, model.lost());
        Off.join(restore, model.lost());
        Off.join(again, model.lost());
        older.setOnAction(event -> model.loadOlder());
        model.rows().shown().addListener((ListChangeListener<RevisionRow>) change -> reselect());
        against.setOnAction(event -> {
            Integer other = against.getValue();
            if (!filling && other != null) {
                model.compareWith(other);
            }
        });
        model.comparisonProperty().subscribe(this::compared);
    }

    @Override
    public void go(String selection, String filter) {
        if (selection.matches("[0-9]{1,9}")) {
            model.choose(Integer.parseInt(selection));
            table.select(Integer.parseInt(selection));
        }
    }

    @Override
    public void shown() {
        model.shown();
        table.focus();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    /** One revision is shown against the one before, two against each other. */
    private void chosen() {
        List<Integer> now = table.chosen().stream().map(RevisionRow::number).toList();
        bulk.say(Texts.get(now.size() == 2 ? "changes.bulk.two" : "changes.bulk.more"));
        if (now.equals(compared) || now.isEmpty()) {
            return;
        }
        List<Integer> before = compared;
        compared = now;
        if (now.size() == 2) {
            model.compareBoth(now.getFirst(), now.getLast());
        } else if (now.size() == 1
                && (before.size() > 1
                        || !now.getFirst().equals(model.wantedProperty().get()))) {
            model.choose(now.getFirst());
        }
    }

    private void reselect() {
        if (table.chosen().size() > 1) {
            return;
        }
        Integer wanted = model.wantedProperty().get();
        if (wanted != null) {
            RevisionRow chosen = table.selectedProperty().get();
            if (chosen == null || chosen.number() != wanted) {
                table.select(wanted);
            }
        } else if (!model.rows().shown().isEmpty()) {
            table.select(model.rows().shown().getFirst().number());
        }
    }

    private void compared(@Nullable Comparison now) {
        visible(hint, now == null);
        visible(body, now != null);
        // With no revision at all before it there is nothing to choose yet.
        boolean choice = now != null && model.numbers().size() > 1;
        visible(against, choice);
        visible(againstWords, choice);
        boolean nothing = now == null || model.serves(now.newer());
        visible(restore, !nothing);
        visible(draft, !nothing);
        body.getChildren().clear();
        if (now == null) {
            title.setText("");
            return;
        }
        title.setText(Texts.get("changes.detail", now.newer()));
        fill(now);
        restore.setOnAction(event -> ask(now.newer(), List.of()));
        draft.setOnAction(event -> model.draft(now.newer(), List.of()));
        body.getChildren().add(new FaredPane(now.before(), now.after()));
        if (now.objects().isEmpty()) {
            Label same = new Label(Texts.get("changes.same", now.older(), now.newer()));
            same.getStyleClass().add("paragraph");
            body.getChildren().add(same);
        }
        for (ChangedObject object : now.objects()) {
            List<ObjectKey> only = List.of(object.change().key());
            body.getChildren()
                    .add(new ObjectPane(
                            object,
                            nothing,
                            model.lost(),
                            () -> ask(now.newer(), only),
                            () -> model.draft(now.newer(), only)));
        }
    }

    private void fill(Comparison now) {
        filling = true;
        against.getItems().setAll(model.numbers());
        against.getItems().remove(Integer.valueOf(now.newer()));
        against.setValue(now.older() == 0 ? null : now.older());
        filling = false;
    }

    private void ask(int number, List<ObjectKey> only) {
        if (model.guarded()) {
            model.restore(number, only);
            return;
        }
        String what = only.isEmpty()
                ? Texts.get("changes.ask.all", number)
                : Texts.get("changes.ask.object", only.getFirst().name(), number);
        Question question = new Question(
                what, Texts.get("changes.ask.words"), Texts.get("changes.ask.no"), Texts.get("changes.ask.yes"));
        question.onNo(() -> layers.get().close());
        question.onYes(() -> {
            layers.get().close();
            model.restore(number, only);
        });
        layers.get().dialog(question);
        question.focus();
    }

    private MenuItem restoring(int number) {
        MenuItem item = new MenuItem(Texts.get("changes.restore.all"));
        item.setDisable(!model.lost().getValue().isEmpty());
        item.setOnAction(event -> ask(number, List.of()));
        return item;
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static void visible(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
        VBox.setVgrow(node, now ? Priority.ALWAYS : Priority.NEVER);
    }
}
