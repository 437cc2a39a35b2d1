package dev.gatehouse.app.form;

import atlantafx.base.theme.Styles;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field with its label at the left, or above it where there is no room, and its help or problem under it. */
final class FieldRow extends GridPane {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Part part;
    private final Label label;
    private final VBox body = new VBox();
    private final Label below = new Label();

    /**
     * A row.
     *
     * @param editor what edits the part
     * @param beside shown at the editor's right: how a value was read
     */
    FieldRow(Part part, Node editor, Node... beside) {
        this.part = part;
        label = new Label(title(part.field()));
        label.getStyleClass().add("form-label");
        label.setLabelFor(editor);
        HBox line = new HBox(editor);
        line.getStyleClass().addAll("gap-3", "align-left");
        HBox.setHgrow(editor, Priority.ALWAYS);
        line.getChildren().addAll(beside);
        line.getChildren().addAll(actions());
        body.getStyleClass().add("field-column");
        body.getChildren().addAll(line, below);
        below.getStyleClass().add("t-help");
        getStyleClass().add("field-row");
        GridPane.setHgrow(body, Priority.ALWAYS);
        GridPane.setValignment(label, VPos.TOP);
        add(label, 0, 0);
        add(body, 1, 0);
        editor.setAccessibleHelp(part.field().help());
        part.changedProperty().subscribe(now -> pseudoClassStateChanged(CHANGED, now));
        part.problemProperty().subscribe(now -> tell(editor, now));
    }

    /** Puts the label above the field, or beside it. */
    void stack(boolean above) {
        GridPane.setConstraints(body, above ? 0 : 1, above ? 1 : 0);
        pseudoClassStateChanged(STACKED, above);
    }

    /** Shows that the caret of the YAML stands in this field. */
    void mark(boolean on) {
        pseudoClassStateChanged(MARKED, on);
    }

    private void tell(Node editor, String problem) {
        boolean bad = !problem.isEmpty();
        editor.pseudoClassStateChanged(Styles.STATE_DANGER, bad);
        below.setText(bad ? problem : part.field().help());
        below.setGraphic(bad ? new StatusMark(Status.BAD) : null);
        below.getStyleClass().setAll("label", bad ? "field-error" : "t-help");
        boolean any = bad || !part.field().help().isEmpty();
        below.setVisible(any);
        below.setManaged(any);
    }

    private Node[] actions() {
        Button back = icon(Icon.UNDO, Texts.get("form.back"), part::takeBack);
        show(back, part.changedProperty());
        if (!part.isRemovable()) {
            return new Node[] {back};
        }
        String shown = FieldText.write(part.field().kind(), part.field().byDefault());
        String words = shown.isEmpty() || shown.length() > 40
                ? Texts.get(part.field().byDefault() == null ? "form.reset.nothing" : "form.reset")
                : Texts.get("form.reset.default", shown);
        Button reset = icon(Icon.CLOSE, words, part::reset);
        show(reset, part.ownProperty());
        return new Node[] {reset, back};
    }

    /** There while the row is pointed at or worked in; its place is always kept, so that fields do not jump. */
    private void show(Node action, ObservableValue<Boolean> when) {
        action.visibleProperty()
                .bind(BooleanExpression.booleanExpression(when)
                        .and(hoverProperty().or(focusWithinProperty())));
    }

    static Button icon(Icon icon, String words, Runnable action) {
        Button button = new Button();
        button.setGraphic(new IconView(icon));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(words);
        button.setTooltip(new Tip(words));
        button.setOnAction(event -> action.run());
        return button;
    }

    static String title(Field field) {
        boolean optional =
                !field.required() && field.byDefault() == null && field.kind().isSingle();
        return optional ? field.title() + " " + Texts.get("form.optional") : field.title();
    }
}
