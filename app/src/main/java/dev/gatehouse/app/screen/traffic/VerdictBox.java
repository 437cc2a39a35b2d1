package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.look.StatusMark;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A verdict as nodes. */
final class VerdictBox extends VBox {
    VerdictBox(Verdict verdict) {
        Label title = new Label(verdict.title());
        title.getStyleClass().add("t-strong");
        HBox head = new HBox(new StatusMark(verdict.status()), title);
        head.getStyleClass().addAll("gap-3", "align-left");
        getStyleClass().addAll("verdict", "gap-2");
        getChildren().addAll(head, sentence(verdict.sentence()));
        for (String change : verdict.changes()) {
            Label words = sentence(change);
            HBox line = new HBox(new Label("•"), words);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.getStyleClass().add("gap-3");
            getChildren().add(line);
        }
    }

    private static Label sentence(String words) {
        Label sentence = new Label(words);
        sentence.getStyleClass().add("wrapped");
        return sentence;
    }
}
