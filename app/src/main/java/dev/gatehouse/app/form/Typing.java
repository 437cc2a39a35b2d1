package dev.gatehouse.app.form;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/** Follows what is typed: letter by letter, and once typing stops. */
public final class Typing {
    private static final Duration PAUSE = Duration.millis(250);

    private Typing() {}

    /**
     * Joins a text control with a model.
     *
     * @param text what the control shows
     * @param type takes each letter
     * @param stopped after a quarter of a second without one
     * @param left when the control loses the focus
     */
    public static void follow(
            TextInputControl input,
            ObservableValue<String> text,
            Consumer<String> type,
            Runnable stopped,
            Runnable left) {
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> stopped.run());
        text.subscribe(now -> {
            if (!now.equals(input.getText())) {
                input.setText(now);
            }
        });
        input.textProperty().addListener((property, before, now) -> {
            String typed = now == null ? "" : now;
            if (!typed.equals(text.getValue())) {
                type.accept(typed);
                pause.playFromStart();
            }
        });
        input.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                pause.stop();
                left.run();
            }
        });
    }
}
