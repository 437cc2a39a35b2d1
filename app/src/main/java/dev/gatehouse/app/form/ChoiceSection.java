package dev.gatehouse.app.form;

import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
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
        int first = part.field().required() ? 0 : 1; // before them stands that there is nothing
        List<String> titles = new ArrayList<>(first == 0 ? List.of() : List.of(Texts.get("form.nothing")));
        alternatives.forEach(each -> titles.add(each.title()));
        if (alternatives.size() <= FEW) {
            SegmentRow row = new SegmentRow(titles, index -> {
                if (index < first) {
                    part.clear();
                } else {
                    part.choose(alternatives.get(index - first));
                }
            });
            for (int i = 0; i < alternatives.size(); i++) {
                row.help(i + first, alternatives.get(i).help());
            }
            part.chosenProperty().subscribe(now -> row.select(place(now, first)));
            return row;
        }
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll(titles);
        part.chosenProperty().subscribe(now -> combo.getSelectionModel().select(place(now, first)));
        combo.valueProperty().addListener((property, before, now) -> {
            int index = titles.indexOf(now);
            if (index >= first) {
                part.choose(alternatives.get(index - first));
            } else if (index == 0) {
                part.clear();
            }
        });
        return combo;
    }

    /** The place of what stands here among the choices; -1 for something that none of them is. */
    private int place(@Nullable Alternative now, int first) {
        if (now == null) {
            return first > 0 && part.value() == null ? 0 : -1;
        }
        return first + part.alternatives().indexOf(now);
    }
}
