package dev.gatehouse.app.command;

import dev.gatehouse.app.look.Tip;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;

/**
 * Buttons that cannot be used just now, for a reason. A disabled node shows no tooltip, takes no focus and is skipped by
 * screen readers, so that nobody learns why; such a button stays where it is, looks off, does nothing and tells the reason.
 */
public final class Off {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private Off() {}

    /**
     * Switches a button off while there is a reason.
     *
     * @param why a sentence; empty while it can be used
     */
    public static void join(ButtonBase button, ObservableValue<String> why) {
        Tooltip usual = button.getTooltip();
        String help = button.getAccessibleHelp();
        Tip reason = new Tip();
        button.addEventFilter(ActionEvent.ACTION, event -> {
            if (!why.getValue().isEmpty()) {
                event.consume();
            }
        });
        // Only while it is on show: a reason that outlives its buttons must not keep them.
        why.when(button.sceneProperty().map(scene -> true).orElse(false)).subscribe(words -> {
            boolean off = !words.isEmpty();
            reason.setText(words);
            button.setTooltip(off ? reason : usual);
            button.setAccessibleHelp(off ? words : help);
            button.pseudoClassStateChanged(OFF, off);
        });
    }
}
