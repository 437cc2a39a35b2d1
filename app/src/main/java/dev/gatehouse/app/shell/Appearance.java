package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Density;
import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Settings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Theme, scale and density, kept on the root of the scene. FX thread. */
public final class Appearance {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>();
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>();

    /** As settings say; without a chosen theme, as the system has it. */
    public Appearance(Settings settings, boolean systemIsDark) {
        theme.set(or(settings.theme(), systemIsDark ? Theme.DARK : Theme.LIGHT));
        scale.set(or(settings.scale(), Scale.NORMAL));
        density.set(or(settings.density(), Density.NORMAL));
    }

    /** Makes a root look so, now and when it changes. */
    public void dress(Parent root) {
        theme.subscribe(Theme::apply);
        scale.subscribe((before, now) -> swap(root, before.styleClass(), now.styleClass()));
        density.subscribe((before, now) -> swap(root, before.styleClass(), now.styleClass()));
        swap(root, "", scale.get().styleClass());
        swap(root, "", density.get().styleClass());
    }

    /** The theme. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The scale. */
    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    /** The density. */
    public ObjectProperty<Density> densityProperty() {
        return density;
    }

    private static void swap(Parent root, String before, String now) {
        root.getStyleClass().remove(before);
        root.getStyleClass().add(now);
    }

    private static <T> T or(@Nullable T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
