package dev.gatehouse.app.shell;

import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.function.Function;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Loads the layouts that {@link Screen} names, and refuses an FXML that asks for another controller. */
public final class ScreenLoader {
    private final Function<Screen, ? extends ScreenView> views;

    /** A loader that gets a screen's view, with its view-model inside, from the composition root. */
    public ScreenLoader(Function<Screen, ? extends ScreenView> views) {
        this.views = views;
    }

    /** Where a screen's layout lies. */
    public static URL layout(Screen screen) {
        URL url = ScreenLoader.class.getResource("/dev/gatehouse/app/fxml/" + screen.fxml() + ".fxml");
        return Objects.requireNonNull(url, () -> "No layout of " + screen);
    }

    /** Loads a screen. FX thread. */
    public Loaded load(Screen screen) {
        FXMLLoader loader = new FXMLLoader(layout(screen), Texts.bundle());
        loader.setControllerFactory(asked -> {
            if (asked != screen.view()) {
                throw new IllegalArgumentException(screen.fxml() + ".fxml asks for " + asked.getName() + ", not for "
                        + screen.view().getName());
            }
            return views.apply(screen);
        });
        try {
            Parent root = loader.load();
            root.lookupAll(".screen-header").forEach(ScreenLoader::keepWords);
            return new Loaded(root, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("The layout of " + screen + " cannot be read", e);
        }
    }

    /** Where a header is short of room its fields give way; a title and what a button says are never cut. */
    private static void keepWords(Node header) {
        for (Node part : ((Parent) header).getChildrenUnmodifiable()) {
            if (part instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            } else if (part instanceof Label title && title.getStyleClass().contains("t-screen")) {
                title.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
    }
}
