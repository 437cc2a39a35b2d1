package dev.gatehouse.app.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Changed values: where, before and after. */
public final class FieldGrid extends GridPane {
    /** The values, in this order. */
    public FieldGrid(List<FieldChange> fields) {
        getStyleClass().add("field-grid");
        // Of what is new there is no before, of what went no after: the other has the room.
        boolean before = fields.stream().anyMatch(field -> field.before() != null);
        boolean after = !before || fields.stream().anyMatch(field -> field.after() != null);
        add(head("diff.field"), 0, 0);
        if (before) {
            add(head("diff.before"), 1, 0);
        }
        if (after) {
            add(head("diff.after"), 2, 0);
        }
        int row = 1;
        for (FieldChange field : fields) {
            Label name = new Label(FieldWords.name(field.pointer()));
            name.getStyleClass().add("field-grid-name");
            add(name, 0, row);
            if (before) {
                add(value(field.before(), "field-before"), 1, row);
            }
            if (after) {
                add(value(field.after(), "field-after"), 2, row);
            }
            row++;
        }
    }

    private static Label head(String key) {
        Label head = new Label(Texts.get(key));
        head.getStyleClass().add("t-label");
        return head;
    }

    private static Label value(@Nullable JsonNode there, String tone) {
        Label value = new Label(FieldWords.value(there));
        value.getStyleClass().addAll("t-mono", "field-grid-value", there == null ? "fg-subtle" : tone);
        return value;
    }
}
