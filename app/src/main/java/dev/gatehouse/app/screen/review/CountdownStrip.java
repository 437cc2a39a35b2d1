package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line under the top bar while a revision is on trial. */
public final class CountdownStrip extends HBox {
    /** A line of this model. */
    public CountdownStrip(CountdownViewModel model) {
        Label words = new Label();
        words.getStyleClass().add("t-strong");
        words.textProperty().bind(model.wordsProperty());
        words.setMinWidth(USE_PREF_SIZE);
        Label traffic = new Label();
        traffic.getStyleClass().add("t-mono");
        traffic.textProperty()
                .bind(model.problemProperty()
                        .flatMap(problem -> problem.isEmpty() ? model.trafficProperty() : model.problemProperty()));
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button back = new Button(Texts.get("trial.back"));
        back.setOnAction(event -> model.goBack());
        back.setMinWidth(USE_PREF_SIZE);
        Button keep = new Button(Texts.get("trial.keep"));
        keep.setOnAction(event -> model.keep());
        keep.setMinWidth(USE_PREF_SIZE);
        Off.join(back, model.lost());
        Off.join(keep, model.lost());
        back.disableProperty().bind(model.busyProperty());
        keep.disableProperty().bind(model.busyProperty());
        getStyleClass().add("trial-strip");
        getChildren().addAll(new StatusMark(Status.ATTENTION), words, traffic, space, back, keep);
        visibleProperty().bind(model.wordsProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
