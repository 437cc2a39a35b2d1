package dev.gatehouse.app.diff;

import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Changed values: where, before and after. */
public final class FieldGrid extends GridPane {
    /** The values, in this order. */
    public FieldGrid(List<FieldChange> fields) {
        getStyleClass().add("field-grid");
        addRow(0, head("diff.field"), head("diff.before"), head("diff.after"));
        int row = 1;
        for (FieldChange field : fields) {
            Label name = new Label(FieldWords.name(field.pointer()));
            name.getStyleClass().add("field-grid-name");
            addRow(
                    row++,
                    name,
                    value(FieldWords.value(field.before()), field.before() == null ? "fg-subtle" : "field-before"),
                    value(FieldWords.value(field.after()), field.after() == null ? "fg-subtle" : "field-after"));
        }
    }

    private static Label head(String key) {
        Label head = new Label(Texts.get(key));
        head.getStyleClass().add("t-label");
        return head;
    }

    private static Label value(String text, String tone) {
        Label value = new Label(text);
        value.getStyleClass().addAll("t-mono", "field-grid-value", tone);
        return value;
    }
}
