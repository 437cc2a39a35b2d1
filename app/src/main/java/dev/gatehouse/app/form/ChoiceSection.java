package dev.gatehouse.app.form;

import dev.gatehouse.app.look.SegmentRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A place where one of several objects stands: the choice, what the chosen one does, and its fields. */
final class ChoiceSection extends VBox {
    private static final int FEW = 5;

    private final ChoicePart part;
    private final FormNodes nodes;
    private final VBox fields = new VBox();

    ChoiceSection(ChoicePart part, FormNodes nodes, FormView view) {
        this.part = part;
        this.nodes = nodes;
        Node chooser = chooser();
        chooser.setAccessibleText(part.words());
        Label help = new Label();
        help.getStyleClass().addAll("t-help", "section-help");
        part.chosenProperty().subscribe(now -> help.setText(now == null ? "" : now.help()));
        fields.getStyleClass().add("form-block");
        getStyleClass().add("form-block");
        getChildren().add(new Section(part, List.of(chooser, help, fields), view));
        part.groupProperty().subscribe(this::show);
    }

    private void show(@Nullable GroupPart group) {
        fields.getChildren().clear();
        if (group != null) {
            for (Part each : group.parts()) {
                // An alternative that is nothing but one object says the same twice.
                if (each instanceof GroupPart only && group.shape().fields().size() == 1) {
                    fields.getChildren().addAll(nodes.of(only.parts()));
                } else {
                    fields.getChildren().add(nodes.of(each));
                }
            }
        }
    }

    private Node chooser() {
        List<Alternative> alternatives = part.alternatives();
        if (alternatives.size() <= FEW) {
            SegmentRow row = new SegmentRow(
                    alternatives.stream().map(Alternative::title).toList(),
                    index -> part.choose(alternatives.get(index)));
            for (int i = 0; i < alternatives.size(); i++) {
                row.help(i, alternatives.get(i).help());
            }
            part.chosenProperty().subscribe(now -> row.select(alternatives.indexOf(now)));
            return row;
        }
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll(alternatives.stream().map(Alternative::title).toList());
        part.chosenProperty().subscribe(now -> combo.setValue(now == null ? null : now.title()));
        combo.valueProperty()
                .addListener((property, before, now) -> alternatives.stream()
                        .filter(each -> each.title().equals(now))
                        .findFirst()
                        .ifPresent(part::choose));
        return combo;
    }
}
