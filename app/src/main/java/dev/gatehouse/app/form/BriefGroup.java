package dev.gatehouse.app.form;

import atlantafx.base.theme.Styles;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A small object in a list: its fields beside each other, each under its own small title. */
final class BriefGroup extends HBox {
    private final VBox below = new VBox();

    BriefGroup(GroupPart group, FormView view) {
        getStyleClass().addAll("gap-3", "align-left");
        for (Part field : group.parts()) {
            if (field instanceof OthersPart others) {
                below.getChildren().add(new OthersEditor(others, view));
                continue;
            }
            Node editor = Editors.of((ValuePart) field);
            editor.setAccessibleHelp(field.field().help());
            view.register(field, editor, editor);
            Label title = new Label(field.field().title());
            title.getStyleClass().add("t-label");
            title.setLabelFor(editor);
            VBox cell = new VBox(title, editor);
            cell.getStyleClass().add("gap-1");
            boolean number =
                    field.field().kind() instanceof Kind.Whole || field.field().kind() instanceof Kind.Measured;
            cell.getStyleClass().add(number ? "brief-number" : "brief-text");
            if (number && editor instanceof TextInputControl input) {
                input.setPromptText(
                        FieldText.write(field.field().kind(), field.field().byDefault())); // no room for more
            }
            HBox.setHgrow(cell, number ? Priority.NEVER : Priority.ALWAYS);
            getChildren().add(cell);
            field.problemProperty()
                    .subscribe(now -> editor.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isEmpty()));
            below.getChildren().add(problem(field));
        }
    }

    /** What belongs under the row: its problems, and the fields that nobody knows. */
    Node below() {
        return below;
    }

    private static Label problem(Part field) {
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setGraphic(new StatusMark(Status.BAD));
        field.problemProperty().subscribe(now -> {
            problem.setText(field.field().title() + ": " + now);
            problem.setVisible(!now.isEmpty());
            problem.setManaged(!now.isEmpty());
        });
        return problem;
    }
}
