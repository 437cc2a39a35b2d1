package dev.gatehouse.app.command;

import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Tip;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Commands as controls. */
public final class CommandButtons {
    private CommandButtons() {}

    /** A button with the command's words. */
    public static Button button(Command command) {
        Button button = new Button(command.title());
        bind(button, command);
        return button;
    }

    /** A flat button with the command's icon; its words are the tooltip and the accessible text. */
    public static Button icon(Command command) {
        Button button = new Button();
        button.setGraphic(new IconView(command.icon()));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(command.title());
        bind(button, command);
        return button;
    }

    /** A menu entry. */
    public static MenuItem menuItem(Command command) {
        MenuItem item = new MenuItem(command.title(), new IconView(command.icon()));
        if (command.shortcut() != null) {
            item.setAccelerator(KeyCombination.valueOf(command.shortcut()));
        }
        item.disableProperty().bind(Bindings.not(command.possible()));
        item.setOnAction(event -> command.run());
        return item;
    }

    /** A shortcut as it is shown, empty for none. */
    public static String display(@Nullable String shortcut) {
        return shortcut == null ? "" : KeyCombination.valueOf(shortcut).getDisplayText();
    }

    private static void bind(Button button, Command command) {
        button.disableProperty().bind(Bindings.not(command.possible()));
        button.setOnAction(event -> command.run());
        String keys = display(command.shortcut());
        button.setTooltip(new Tip(keys.isEmpty() ? command.title() : command.title() + " (" + keys + ")"));
    }
}
