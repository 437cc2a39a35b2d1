package dev.gatehouse.app.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/** All commands of the console, in the order in which the palette shows them. */
public final class Commands {
    private final List<Command> all = new ArrayList<>();

    /** Adds a command; its shortcut must be free. */
    public Command add(Command command) {
        for (Command other : all) {
            if (command.shortcut() != null && command.shortcut().equals(other.shortcut())) {
                throw new IllegalArgumentException(command.key() + " and " + other.key() + " share a shortcut");
            }
        }
        all.add(command);
        return command;
    }

    /** The commands, unmodifiable. */
    public List<Command> all() {
        return Collections.unmodifiableList(all);
    }

    /** Binds the shortcuts of all commands to a scene. */
    public void install(Scene scene) {
        for (Command command : all) {
            if (command.shortcut() != null) {
                scene.getAccelerators().put(KeyCombination.valueOf(command.shortcut()), command::run);
            }
        }
    }
}
