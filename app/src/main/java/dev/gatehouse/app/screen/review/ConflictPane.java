package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.diff.FieldWords;
import dev.gatehouse.app.draft.Conflict;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A value that both sides changed: what it was, and the two to choose from. */
final class ConflictPane extends VBox {
    ConflictPane(Conflict conflict, Conflict.@Nullable Choice chosen, Consumer<Conflict.Choice> decided) {
        Label place = new Label(conflict.key() + " › " + FieldWords.name(conflict.pointer()));
        place.getStyleClass().add("t-strong");
        Label was = new Label(Texts.get("review.merge.base", FieldWords.value(conflict.base())));
        was.getStyleClass().addAll("t-help");
        ToggleGroup group = new ToggleGroup();
        RadioButton mine = choice("review.merge.mine", FieldWords.value(conflict.mine()), group);
        RadioButton theirs = choice("review.merge.theirs", FieldWords.value(conflict.theirs()), group);
        mine.setSelected(chosen == Conflict.Choice.MINE);
        theirs.setSelected(chosen == Conflict.Choice.THEIRS);
        mine.setOnAction(event -> decided.accept(Conflict.Choice.MINE));
        theirs.setOnAction(event -> decided.accept(Conflict.Choice.THEIRS));
        getStyleClass().add("review-conflict");
        getChildren().addAll(place, was, mine, theirs);
    }

    private static RadioButton choice(String key, String value, ToggleGroup group) {
        RadioButton button = new RadioButton(Texts.get(key, value));
        button.setToggleGroup(group);
        button.setWrapText(true);
        return button;
    }
}
