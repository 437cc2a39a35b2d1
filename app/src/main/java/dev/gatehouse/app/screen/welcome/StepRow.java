package dev.gatehouse.app.screen.welcome;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One step of the connection test: shape, what was looked at, what was found, and what to do. */
final class StepRow extends HBox {
    StepRow(Step step) {
        Label title = new Label(Texts.get(step.check().key()));
        title.getStyleClass().add("step-title");
        Label words = new Label(step.status() == Status.OFF ? Texts.get("connect.step.not-yet") : step.words());
        words.setWrapText(true);
        words.getStyleClass().add(step.status() == Status.BAD ? "fg-danger" : "fg-muted");
        VBox found = new VBox(words);
        if (!step.wayOut().isEmpty()) {
            Label wayOut = new Label(step.wayOut());
            wayOut.setWrapText(true);
            found.getChildren().add(wayOut);
        }
        getStyleClass().add("step");
        getChildren().addAll(new StatusMark(step.status()), title, found);
    }
}
