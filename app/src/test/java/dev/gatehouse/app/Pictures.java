package dev.gatehouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Takes pictures of scenes: into {@code screenshots/}, which the README shows, with {@code -Dgatehouse.screenshots=true},
 * else into the build's folder.
 */
public final class Pictures {
    private static final Path FOLDER = Boolean.getBoolean("gatehouse.screenshots")
            ? Path.of(System.getProperty("gatehouse.root", "..")).resolve("screenshots")
            : Path.of("target", "screenshots");

    private Pictures() {}

    /** Takes a picture of what a scene shows now, as {@code name.png}. */
    public static Path take(Scene scene, String name) {
        WritableImage image = UiTest.onFx(() -> scene.getRoot().snapshot(null, null));
        Path file = FOLDER.resolve(name + ".png");
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
