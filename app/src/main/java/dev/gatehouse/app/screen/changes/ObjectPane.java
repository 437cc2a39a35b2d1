package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.diff.FieldGrid;
import dev.gatehouse.app.diff.Kinds;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An object that two revisions have differently, and the way back for it alone, unless that state is served now. */
final class ObjectPane extends VBox {
    ObjectPane(ChangedObject object, boolean served, ObservableValue<String> lost, Runnable restore, Runnable draft) {
        ObjectChange change = object.change();
        Label name = new Label(change.key().name());
        name.getStyleClass().add("t-section");
        Label what = new Label(Kinds.one(change.key().kind()) + " · " + Kinds.word(change.op()));
        what.getStyleClass().add("t-label");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, what, space);
        if (!served) {
            Button back = flat("changes.object.restore", restore);
            Off.join(back, lost);
            head.getChildren().addAll(flat("changes.object.draft", draft), back);
        }
        head.getStyleClass().addAll("gap-3", "align-left");
        Label effect = new Label(object.effect());
        effect.getStyleClass().add("words");
        getStyleClass().add("changed-object");
        getChildren().addAll(head, effect, new FieldGrid(object.fields()));
    }

    private static Button flat(String key, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.getStyleClass().addAll("flat", "link");
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
