package dev.gatehouse.app.table;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where there is nothing: an icon, a sentence, and one thing to do. */
public final class EmptyState extends StackPane {
    private final VBox block = new VBox();
    private final Label words = new Label();

    /** With an icon and a sentence on what belongs here. */
    public EmptyState(Icon icon, String sentence) {
        IconView picture = new IconView(icon);
        picture.getStyleClass().add("icon-large");
        words.setText(sentence);
        words.getStyleClass().add("paragraph");
        block.getStyleClass().add("empty-state");
        block.getChildren().addAll(picture, words);
        getStyleClass().add("empty-place");
        getChildren().add(block);
    }

    /** With a button; the first is the obvious one. */
    public EmptyState with(String title, Runnable action) {
        Button button = new Button(title);
        button.setOnAction(event -> action.run());
        block.getChildren().add(button);
        return this;
    }

    /** Says another sentence. */
    public void say(String sentence) {
        words.setText(sentence);
    }
}
