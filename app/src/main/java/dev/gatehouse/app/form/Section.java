package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An object within the form: a title with a line and the number of problems, what it is, and its fields. */
final class Section extends VBox {
    private final Label count = new Label();

    Section(Part part, List<Node> rows, FormView view) {
        Label title = new Label(part.title());
        title.getStyleClass().add("t-section");
        title.setMinWidth(USE_PREF_SIZE);
        Region line = new Region();
        line.getStyleClass().add("section-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        count.getStyleClass().add("field-error");
        count.setGraphic(new StatusMark(Status.BAD));
        count.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, line, count);
        head.getStyleClass().addAll("gap-3", "align-left", "section-head");
        Label help = new Label(part.field().help());
        help.getStyleClass().addAll("t-help", "section-help");
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(part.problemProperty());
        problem.visibleProperty().bind(part.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getStyleClass().add("form-section");
        help.setVisible(!help.getText().isEmpty());
        help.setManaged(help.isVisible());
        VBox top = new VBox(head, help);
        top.getStyleClass().add("gap-1");
        getChildren().addAll(top, problem);
        getChildren().addAll(rows);
        view.register(part, this, rows.isEmpty() ? this : rows.getFirst());
        view.problemsProperty().subscribe(any -> count(part));
    }

    private void count(Part part) {
        long found = part.all()
                .filter(each -> !each.problemProperty().get().isEmpty())
                .count();
        count.setText(found == 1 ? Texts.get("form.problem") : Texts.get("form.problems", found));
        count.setVisible(found > 0);
        count.setManaged(found > 0);
    }
}
