package dev.gatehouse.app.command;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.text.Texts;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person can do.
 *
 * @param key of its title in the text bundle, sentence case, a verb first
 * @param icon beside it
 * @param shortcut in JavaFX's notation ({@code Shortcut+K}); null for none
 * @param possible whether it can be done now
 * @param action what it does; FX thread
 */
public record Command(
        String key, Icon icon, @Nullable String shortcut, ObservableBooleanValue possible, Runnable action) {
    /** A command that is always possible. */
    public Command(String key, Icon icon, @Nullable String shortcut, Runnable action) {
        this(key, icon, shortcut, new SimpleBooleanProperty(true), action);
    }

    /** The title as it is shown. */
    public String title() {
        return Texts.get(key);
    }

    /** Does it, if it is possible now. */
    public void run() {
        if (possible.get()) {
            action.run();
        }
    }
}
