package dev.gatehouse.app;

import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.look.Density;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Settings;
import dev.gatehouse.app.profile.SettingsFile;
import dev.gatehouse.app.shell.Appearance;
import dev.gatehouse.app.shell.Notice;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Parent;

/** How a person likes the console to look: the commands for it, and the file that keeps it. FX thread. */
final class Looks {
    private final SettingsFile file;
    private final List<Notice> notices;
    private final Settings settings;
    private final Appearance appearance;

    /**
     * What the file says.
     *
     * @param notices where it is told that the file could not be written
     */
    Looks(SettingsFile file, boolean systemIsDark, List<Notice> notices) {
        this.file = file;
        this.notices = notices;
        settings = file.read();
        appearance = new Appearance(settings, systemIsDark);
    }

    /** Makes the window look so, and keeps what is changed from now on. */
    void dress(Parent root, BooleanProperty navigationClosed) {
        navigationClosed.set(settings.navigationClosed());
        appearance.dress(root);
        appearance.themeProperty().addListener(change -> keep(navigationClosed.get()));
        appearance.scaleProperty().addListener(change -> keep(navigationClosed.get()));
        appearance.densityProperty().addListener(change -> keep(navigationClosed.get()));
        navigationClosed.addListener(change -> keep(navigationClosed.get()));
    }

    /** Goes to the other theme. */
    Command theme() {
        return new Command(
                "command.theme",
                Icon.THEME,
                "Shortcut+Shift+L",
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().other()));
    }

    /** The commands for the size of text and the height of rows. */
    List<Command> sizes() {
        return List.of(
                new Command("command.scale.larger", Icon.ADD, "Shortcut+Plus", () -> scale(1)),
                new Command("command.scale.smaller", Icon.ZOOM_OUT, "Shortcut+Minus", () -> scale(-1)),
                new Command(
                        "command.scale.normal",
                        Icon.SEARCH,
                        "Shortcut+0",
                        () -> appearance.scaleProperty().set(Scale.NORMAL)),
                density("command.density.compact", Density.COMPACT),
                density("command.density.normal", Density.NORMAL),
                density("command.density.roomy", Density.ROOMY));
    }

    private void scale(int by) {
        appearance.scaleProperty().set(appearance.scaleProperty().get().step(by));
    }

    private Command density(String key, Density density) {
        return new Command(
                key, Icon.SETTINGS, null, () -> appearance.densityProperty().set(density));
    }

    private void keep(boolean navigationClosed) {
        Settings now = new Settings(
                appearance.themeProperty().get(),
                appearance.scaleProperty().get(),
                appearance.densityProperty().get(),
                navigationClosed);
        try {
            file.write(now);
        } catch (IOException e) {
            notices.add(Notice.of(Status.ATTENTION, Texts.get("settings.not-kept", String.valueOf(e.getMessage()))));
        }
    }
}
