package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** A list of HTTP methods: a box for each that there is. */
final class MethodsEditor extends FlowPane {
    private static final List<String> USUAL = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ItemsPart part;

    MethodsEditor(ItemsPart part) {
        this.part = part;
        getStyleClass().addAll("gap-4", "methods");
        part.items().addListener((ListChangeListener<Part>) change -> show());
        part.changedProperty().subscribe(now -> show());
        show();
    }

    private void show() {
        List<String> chosen = part.items().stream().map(MethodsEditor::method).toList();
        List<String> all =
                Stream.concat(USUAL.stream(), chosen.stream()).distinct().toList();
        while (getChildren().size() < all.size()) {
            getChildren().add(box());
        }
        getChildren().remove(all.size(), getChildren().size());
        for (int i = 0; i < all.size(); i++) {
            CheckBox box = (CheckBox) getChildren().get(i);
            box.setText(all.get(i));
            box.setSelected(chosen.contains(all.get(i)));
        }
    }

    private CheckBox box() {
        CheckBox box = new CheckBox();
        box.getStyleClass().add("t-mono");
        box.setOnAction(event -> {
            if (box.isSelected()) {
                part.add(JsonNodeFactory.instance.textNode(box.getText()));
            } else {
                part.items().stream()
                        .filter(item -> method(item).equals(box.getText()))
                        .findFirst()
                        .ifPresent(part::remove);
            }
            show();
        });
        return box;
    }

    private static String method(Part item) {
        return item instanceof ValuePart value ? value.textProperty().get() : "";
    }
}
