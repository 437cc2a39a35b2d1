package dev.gatehouse.app.form;

import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** The fields that the schema does not have, as YAML; not there while there are none. */
final class OthersEditor extends VBox {
    OthersEditor(OthersPart part, FormView view) {
        TextArea area = new TextArea();
        area.getStyleClass().addAll("field", "form-area", "t-mono");
        area.setAccessibleText(part.words());
        FieldRow row = new FieldRow(part, area);
        getChildren().add(row);
        Typing.follow(area, part.textProperty(), part::type, part::commit, part::commit);
        view.register(part, row, area);
        area.focusedProperty().subscribe(now -> show(part, now));
        part.textProperty().subscribe(now -> show(part, area.isFocused()));
    }

    /** Who empties the field still stands in it. */
    private void show(OthersPart part, boolean focused) {
        boolean any = focused || !part.textProperty().get().isEmpty();
        setVisible(any);
        setManaged(any);
    }
}
