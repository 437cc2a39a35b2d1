package dev.gatehouse.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A decision in the middle of the window: the title asks, the buttons are verbs, the safe one has the focus. */
public final class Question extends VBox {
    private final Label words = new Label();
    private final Button no;
    private final Button yes;

    /**
     * A question.
     *
     * @param no what changes nothing, also by Esc
     * @param yes what is asked for
     */
    public Question(String title, String words, String no, String yes) {
        this.no = new Button(no);
        this.yes = new Button(yes);
        this.words.setText(words);
        Label asked = new Label(title);
        asked.getStyleClass().addAll("t-section", "words");
        this.words.getStyleClass().add("words");
        this.yes.getStyleClass().add("danger");
        this.no.setCancelButton(true);
        HBox buttons = new HBox(this.no, this.yes);
        buttons.getStyleClass().addAll("gap-4", "align-right");
        getStyleClass().add("dialog-question");
        getChildren().addAll(asked, this.words, buttons);
    }

    /** What the safe button does. */
    public void onNo(Runnable action) {
        no.setOnAction(event -> action.run());
    }

    /** What the other button does. */
    public void onYes(Runnable action) {
        yes.setOnAction(event -> action.run());
    }

    /** It is decided and takes time: the buttons go. */
    public void wait(String doing) {
        words.setText(doing);
        no.setDisable(true);
        yes.setDisable(true);
    }

    /** Gives the safe button the focus. */
    public void focus() {
        no.requestFocus();
    }
}
