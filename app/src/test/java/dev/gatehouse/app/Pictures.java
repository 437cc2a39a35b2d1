package dev.gatehouse.app;

import dev.gatehouse.app.look.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Takes pictures of scenes with {@code -Dgatehouse.screenshots=true}: into {@code screenshots/}, which the README shows, and
 * those that are only to be looked at while working into the build's folder. Without it nothing is written.
 */
public final class Pictures {
    private static final Path BUILD = Path.of("target", "screenshots");
    private static final Path FOLDER =
            Path.of(System.getProperty("gatehouse.root", "..")).resolve("screenshots");

    /** Two hundred pictures take a minute: a build that nobody looks at goes without them. */
    private static final boolean WANTED = Boolean.getBoolean("gatehouse.screenshots");

    private Pictures() {}

    /** Takes a picture of what a scene shows now, as {@code name.png}. */
    public static void take(Scene scene, String name) {
        write(scene, FOLDER, name);
    }

    /** Takes a picture in each theme, as {@code name-light.png} and {@code name-dark.png}; leaves it light. */
    public static void takeBoth(Scene scene, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            UiTest.onFx(() -> {
                theme.apply();
                return true;
            });
            UiTest.settle();
            UiTest.settle();
            take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Takes a picture to look at while working; never one of the README's. */
    public static void sketch(Scene scene, String name) {
        write(scene, BUILD, name);
    }

    private static void write(Scene scene, Path folder, String name) {
        if (!WANTED) {
            return;
        }
        WritableImage image = UiTest.onFx(() -> {
            SnapshotParameters window = new SnapshotParameters();
            // Else a shadow that reaches over the edge makes the picture larger than the window.
            window.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
            return scene.getRoot().snapshot(window, null);
        });
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
