package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks what fault a route is to have, says what that will do and when it ends. Esc changes nothing. */
final class FaultDialog extends VBox {
    private final Button cancel = new Button(Texts.get("injection.cancel"));

    FaultDialog(FaultModel model, Runnable close) {
        Label title = new Label(Texts.get("injection.dialog", model.route()));
        title.getStyleClass().addAll("t-section", "words");
        HBox does = new HBox(
                field("injection.field.delay", "injection.field.delay.prompt", model.delayProperty()),
                field("injection.field.abort", "injection.field.abort.prompt", model.abortProperty()),
                field("injection.field.share", "injection.field.share.prompt", model.shareProperty()),
                field("injection.field.length", "injection.field.length.prompt", model.lengthProperty()));
        does.getStyleClass().add("gap-4");
        Label sentence = new Label();
        sentence.getStyleClass().addAll("words", "fault-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setId("fault-sentence");
        // While it is not settled what would happen, the place says what is missing.
        sentence.textProperty()
                .bind(model.sentenceProperty()
                        .flatMap(words -> words.isEmpty() ? model.whyProperty() : model.sentenceProperty()));
        getStyleClass().add("dialog-form");
        getChildren().addAll(title, does, sentence);
        if (!model.gateway().isEmpty()) {
            VBox name = field("injection.field.name", "injection.field.name.prompt", model.typedProperty());
            Label help = new Label(Texts.get("injection.field.name.help", model.gateway()));
            help.getStyleClass().add("t-help");
            name.getChildren().add(help);
            getChildren().add(name);
        }
        Label problem = new Label();
        problem.setGraphic(new StatusMark(Status.BAD));
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problemProperty());
        RoutesView.show(problem, model.problemProperty().isNotEmpty());
        Button inject = new Button(Texts.get("injection.inject"));
        inject.getStyleClass().add("danger");
        inject.setId("fault-inject");
        inject.setOnAction(event -> model.start());
        inject.disableProperty().bind(model.busyProperty());
        Off.join(inject, model.whyProperty());
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        HBox buttons = new HBox(cancel, inject);
        buttons.getStyleClass().addAll("gap-4", "align-right");
        getChildren().addAll(problem, buttons);
    }

    /** Gives the safe button the focus. */
    void focus() {
        cancel.requestFocus();
    }

    private static VBox field(String key, String prompt, StringProperty value) {
        TextField field = new TextField();
        field.getStyleClass().addAll("field", "t-mono");
        field.setPromptText(Texts.get(prompt));
        field.setAccessibleText(Texts.get(key));
        field.textProperty().bindBidirectional(value);
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("t-label");
        label.setLabelFor(field);
        VBox column = new VBox(label, (Node) field);
        column.getStyleClass().add("gap-1");
        return column;
    }
}
