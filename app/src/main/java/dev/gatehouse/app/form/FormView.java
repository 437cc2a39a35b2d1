package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.UiThread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows parts of a form, with the problems counted at its foot. What was shown before is kept as it was left. */
public final class FormView extends VBox {
    /** Below this width, in letters' heights, labels stand above their fields. */
    private static final double NARROW = 43;

    private final FormModel model;
    private final FormNodes nodes = new FormNodes(this);
    private final ScrollPane scroll = new ScrollPane();
    private final Map<List<Part>, VBox> made = new HashMap<>();
    private final Map<Part, Node> rows = new WeakHashMap<>();
    private final Map<Part, Node> editors = new WeakHashMap<>();
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private @Nullable FieldRow marked;
    private @Nullable Part last;
    private boolean stacked;
    private final Button next = new Button(Texts.get("form.next-problem"));

    /** A view of a form, nothing shown yet. */
    public FormView(FormModel model) {
        this.model = model;
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("form");
        getChildren().addAll(banner(), scroll, foot());
        scroll.disableProperty().bind(model.brokenProperty().map(any -> true).orElse(false));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F8) {
                nextProblem();
                event.consume();
            }
        });
        widthProperty().addListener((property, before, now) -> stack(now.doubleValue()));
        onLetter(() -> stack(getWidth()));
    }

    /** Shows some parts; each list of parts keeps its nodes. */
    public void show(String title, String help, List<Part> parts) {
        VBox content = made.computeIfAbsent(List.copyOf(parts), shown -> content(title, help, shown));
        scroll.setContent(content);
        rows.values().forEach(this::stack);
    }

    /** The pointer of the field that has the focus, or had it last. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Marks the field that a caret elsewhere stands in. */
    public void mark(String pointer) {
        if (marked != null) {
            marked.mark(false);
            marked = null;
        }
        for (Part part = model.at(pointer); part != null; part = part.parent()) {
            if (rows.get(part) instanceof FieldRow row && row.getScene() != null) {
                row.mark(true);
                marked = row;
                reveal(row);
                return;
            }
        }
    }

    /** Puts the focus into a part's field. */
    public void focus(Part part) {
        for (Part at = part; at != null; at = at.parent()) {
            Node editor = editors.get(at);
            if (editor != null && editor.getScene() != null) {
                unfold(editor);
                // What has just been shown or unfolded has no place yet that could be scrolled to.
                scroll.applyCss();
                scroll.layout();
                focusFirst(editor);
                reveal(editor);
                return;
            }
        }
    }

    /** Whether a part has a field among those shown now. */
    public boolean shows(Part part) {
        Node editor = editors.get(part);
        return editor != null && editor.getScene() != null;
    }

    /** The height of a letter, by which widths are measured, so that they grow with the scale. */
    public double letter() {
        return next.getFont().getSize();
    }

    /** Tells when the height of a letter is another: the scale was changed, or is known only now. */
    public void onLetter(Runnable changed) {
        // It is known in the middle of a pass over the nodes, which must not be moved before its end.
        next.fontProperty()
                .addListener((property, before, now) -> UiThread.executor().execute(changed));
    }

    /** Goes to the next shown field with a problem, after the last from the top again. */
    public void nextProblem() {
        model.commit();
        List<Part> found = model.withProblems().stream().filter(this::shows).toList();
        if (!found.isEmpty()) {
            last = found.get((found.indexOf(last) + 1) % found.size());
            focus(last);
        }
    }

    ReadOnlyIntegerProperty problemsProperty() {
        return model.problemsProperty();
    }

    void register(Part part, Node row, Node editor) {
        rows.put(part, row);
        editors.put(part, editor);
        stack(row);
        editor.focusWithinProperty().addListener((property, before, now) -> {
            if (now && !(part instanceof GroupPart || part instanceof ChoicePart)) {
                chosen.set(part.pointer());
            }
        });
    }

    /** What is wrong with a part, where its row has no help line. */
    static Label problem(Part part) {
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setGraphic(new StatusMark(Status.BAD));
        problem.textProperty().bind(part.problemProperty());
        problem.visibleProperty().bind(part.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    /** Puts the focus into the first control of a node that takes it. */
    static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(FormView::focusFirst);
    }

    private VBox content(String title, String help, List<Part> parts) {
        VBox content = new VBox();
        content.getStyleClass().add("form-content");
        if (!title.isEmpty()) {
            Label words = new Label(title);
            words.getStyleClass().add("t-section");
            Label more = new Label(help);
            more.getStyleClass().addAll("t-help", "section-help");
            more.setVisible(!help.isEmpty());
            more.setManaged(!help.isEmpty());
            VBox top = new VBox(words, more);
            top.getStyleClass().add("form-top");
            content.getChildren().add(top);
        }
        content.getChildren().addAll(nodes.of(parts));
        return content;
    }

    private Label banner() {
        Label banner = new Label();
        banner.getStyleClass().add("form-locked");
        banner.setGraphic(new StatusMark(Status.BAD));
        banner.setMaxWidth(Double.MAX_VALUE);
        model.brokenProperty().subscribe(broken -> {
            banner.setText(broken == null ? "" : Texts.get("form.locked", broken.line(), broken.problem()));
            banner.setVisible(broken != null);
            banner.setManaged(broken != null);
        });
        return banner;
    }

    private HBox foot() {
        Label count = new Label();
        count.setGraphic(new StatusMark(Status.BAD));
        count.getStyleClass().add("field-error");
        next.setTooltip(new Tip(Texts.get("form.next-problem.tooltip")));
        next.setOnAction(event -> nextProblem());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(count, space, next);
        foot.getStyleClass().addAll("form-foot");
        model.problemsProperty().subscribe(number -> {
            int found = number.intValue();
            count.setText(found == 1 ? Texts.get("form.problem") : Texts.get("form.problems", found));
            foot.setVisible(found > 0);
            foot.setManaged(found > 0);
        });
        return foot;
    }

    private void stack(double width) {
        stacked = width < NARROW * letter();
        rows.values().forEach(this::stack);
    }

    private void stack(Node row) {
        if (row instanceof FieldRow field) {
            field.stack(stacked);
        }
    }

    private static void unfold(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof AdvancedFold fold) {
                fold.open(true);
            }
        }
    }

    private void reveal(Node node) {
        Node content = scroll.getContent();
        if (content == null) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double hidden = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, hidden);
        boolean seen = place.getMinY() >= top
                && place.getMaxY() <= top + scroll.getViewportBounds().getHeight();
        if (hidden > 0 && !seen) {
            scroll.setVvalue(Math.clamp((place.getMinY() - 40) / hidden, 0, 1));
        }
    }
}
