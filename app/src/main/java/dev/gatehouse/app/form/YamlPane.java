package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.yaml.Span;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/** Edits an object as YAML: numbered lines, the field of the form marked, and the line that cannot be read. */
public final class YamlPane extends VBox {
    private final YamlModel model;
    private final TextArea area = new TextArea();
    private final Text numbers = new Text();
    private final Region fieldMark = new Region();
    private final Region problemMark = new Region();
    private final Pane marks = new Pane(fieldMark, problemMark);
    private final ScrollPane scroll = new ScrollPane();
    private final Label state = new Label();
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private String shown = "";

    /** An editor of a text. */
    public YamlPane(YamlModel model) {
        this.model = model;
        area.getStyleClass().addAll("yaml-area", "t-mono");
        area.setAccessibleText(Texts.get("yaml.title"));
        numbers.getStyleClass().addAll("yaml-numbers", "t-mono");
        // As the editor's skin has it: lines as high as this, and not a little less.
        numbers.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        VBox gutter = new VBox(numbers);
        gutter.getStyleClass().add("yaml-gutter");
        gutter.setMinWidth(Region.USE_PREF_SIZE);
        fieldMark.getStyleClass().add("yaml-field");
        problemMark.getStyleClass().add("yaml-problem");
        fieldMark.setManaged(false);
        problemMark.setManaged(false);
        marks.setMouseTransparent(true);
        StackPane text = new StackPane(marks, area);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(gutter, text);
        content.getStyleClass().add("yaml-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("yaml-pane");
        getChildren().addAll(scroll, state);
        Typing.follow(area, model.textProperty(), model::type, model::commit, model::commit);
        model.textProperty().subscribe(now -> lines(now));
        model.brokenProperty().subscribe(this::tell);
        area.caretPositionProperty().subscribe(at -> caret());
        area.focusedProperty().subscribe(at -> caret());
        area.fontProperty().subscribe(font -> {
            numbers.setFont(font);
            lines(model.textProperty().get());
        });
        area.skinProperty().subscribe(skin -> {
            if (area.lookup(".content") instanceof Region inner) {
                inner.insetsProperty().subscribe(insets -> place());
                inner.layoutYProperty().subscribe(y -> place());
            }
        });
        marks.heightProperty().subscribe(height -> place());
        marks.widthProperty().subscribe(width -> place());
    }

    /** The field that the caret stands in, as a pointer; empty while the editor has not the focus. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Marks the lines of a field. */
    public void mark(String pointer) {
        shown = pointer;
        place();
    }

    /** Shows the lines of a field. */
    public void reveal(String pointer) {
        Span span = model.place(pointer);
        if (span != null) {
            show(span.line());
        }
    }

    private void caret() {
        int line = (int) area.getText(0, area.getCaretPosition())
                .chars()
                .filter(c -> c == '\n')
                .count();
        chosen.set(area.isFocused() ? model.fieldAt(line) : "");
        if (area.isFocused()) {
            show(line);
        }
    }

    private void lines(String text) {
        int count = (int) text.chars().filter(c -> c == '\n').count() + 1;
        numbers.setText(
                IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining("\n")));
        // As high as its text, so that the numbers scroll with it.
        area.setMinHeight(count * lineHeight() + 2 * lineHeight());
        place();
    }

    private void tell(@Nullable Broken broken) {
        if (broken != null) {
            state.setGraphic(new StatusMark(Status.BAD));
            state.setText(Texts.get("yaml.broken", broken.line(), broken.problem()));
            state.getStyleClass().setAll("label", "yaml-state", "bad");
        } else {
            state.setGraphic(new StatusMark(Status.GOOD));
            state.setText(Texts.get(model.hasComments() ? "yaml.comments" : "yaml.fine"));
            state.getStyleClass().setAll("label", "yaml-state");
        }
        place();
    }

    private void place() {
        numbers.setTranslateY(top());
        Span span = shown.isEmpty() ? null : model.place(shown);
        put(fieldMark, span == null ? -1 : span.line(), span == null ? -1 : span.lastLine());
        Broken broken = model.brokenProperty().get();
        put(problemMark, broken == null ? -1 : broken.line() - 1, broken == null ? -1 : broken.line() - 1);
    }

    private void put(Region mark, int first, int last) {
        mark.setVisible(first >= 0);
        double top = top();
        mark.resizeRelocate(0, top + first * lineHeight(), marks.getWidth(), (last - first + 1) * lineHeight());
    }

    private void show(int line) {
        double height = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - height;
        double at = line * lineHeight();
        double top = scroll.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && (at < top || at > top + height - 2 * lineHeight())) {
            scroll.setVvalue(Math.clamp((at - height / 2) / hidden, 0, 1));
        }
    }

    /** Where the first line of the text stands, as its control lays it out. */
    private double top() {
        return area.lookup(".content") instanceof Region content
                ? marks.sceneToLocal(content.localToScene(0, content.getInsets().getTop()))
                        .getY()
                : 0;
    }

    private double lineHeight() {
        Text line = new Text("1");
        line.setFont(area.getFont());
        line.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        return line.getLayoutBounds().getHeight();
    }
}
