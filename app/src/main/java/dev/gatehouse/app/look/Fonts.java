package dev.gatehouse.app.look;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/** The bundled faces: Inter for text, JetBrains Mono for what is read character by character. */
public final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FACES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private static boolean awt;

    private Fonts() {}

    /** Makes the faces known to JavaFX; before the first scene. */
    public static void load() {
        for (String face : FACES) {
            try (InputStream in = open(face)) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Makes the faces known to AWT, which measures the charts' labels; without it they are cut. Any thread, may be
     * repeated; the first call takes some hundred milliseconds, so it is kept out of the way of the first paint.
     */
    public static synchronized void registerWithAwt() {
        if (awt) {
            return;
        }
        for (String face : FACES) {
            try (InputStream in = open(face)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in));
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("The bundled face " + face + " cannot be read", e);
            }
        }
        awt = true;
    }

    private static InputStream open(String face) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(FOLDER + face), face);
    }
}
