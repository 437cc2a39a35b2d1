package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The designer's foot: the first problem, the last edit to take back, and the review of all that is changed. */
final class DesignerFoot extends HBox {
    /** Held, since it tells of changes only as long as somebody holds it. */
    private final ObservableList<ObjectChange> changed;

    DesignerFoot(Designer designer) {
        changed = designer.draft().changes();
        getStyleClass().add("designer-foot");
        Label problem = new Label();
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        StatusMark mark = new StatusMark(Status.GOOD);
        problem.setGraphic(mark);
        designer.problemProperty().subscribe(words -> {
            problem.setText(words.isEmpty() ? Texts.get("routes.no-problem") : words);
            mark.setStatus(words.isEmpty() ? Status.GOOD : Status.BAD);
            problem.getStyleClass().setAll("label", words.isEmpty() ? "fg-muted" : "fg-danger");
        });
        Button undo = new Button();
        undo.setGraphic(new IconView(Icon.UNDO));
        undo.setOnAction(event -> designer.undo());
        undo.textProperty()
                .bind(designer.draft()
                        .undoNameProperty()
                        .map(name -> name.isEmpty() ? Texts.get("routes.undo") : Texts.get("routes.undo.name", name)));
        undo.disableProperty().bind(designer.draft().undoNameProperty().isEmpty());
        Button review = new Button();
        review.getStyleClass().add("accent");
        review.setId("routes-review");
        review.setMinWidth(USE_PREF_SIZE);
        review.setOnAction(event -> designer.review());
        Runnable count = () -> {
            int changes = changed.size();
            review.setText(Texts.get("routes.review", changes));
            review.setDisable(changes == 0);
        };
        changed.addListener((ListChangeListener<ObjectChange>) change -> count.run());
        count.run();
        getChildren().addAll(problem, undo, review);
    }
}
