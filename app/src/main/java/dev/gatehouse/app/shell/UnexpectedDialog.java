package dev.gatehouse.app.shell;

import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that the console itself failed, with a code and what a report needs. */
final class UnexpectedDialog extends VBox {
    private final Button go = new Button(Texts.get("fault.continue"));

    UnexpectedDialog(Unexpected fault, Runnable close) {
        Label title = new Label(Texts.get("fault.title"));
        title.getStyleClass().add("t-section");
        Label words = new Label(Texts.get("fault.words", fault.code()));
        words.setWrapText(true);
        TextArea details = new TextArea(fault.details());
        details.setEditable(false);
        details.setAccessibleText(Texts.get("fault.details"));
        details.getStyleClass().addAll("t-mono", "fault-details");
        Button copy = new Button(Texts.get("fault.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(fault.details());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(Texts.get("fault.copied"));
        });
        go.getStyleClass().add("accent");
        go.setOnAction(event -> close.run());
        HBox buttons = new HBox(copy, go);
        buttons.getStyleClass().addAll("gap-3", "align-right");
        getStyleClass().add("dialog-form");
        getChildren().addAll(title, words, details, buttons);
    }

    /** Gives the way on the focus. */
    void focus() {
        go.requestFocus();
    }
}
