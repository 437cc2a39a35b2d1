package dev.gatehouse.app.look;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The application's icon: a gate of two uprights and one lit bar, on a dark plate. Drawn pixel by pixel for each size, so
 * that the edges fall on whole pixels at 16 as at 256. Its colours are the brand's, the same in both themes.
 */
public final class AppIcon {
    private static final Color PLATE = Color.web("#1b2a4a");
    private static final Color UPRIGHT = Color.web("#e3e7ec");
    private static final Color BAR = Color.web("#8fb3ff");

    private AppIcon() {}

    /** The icon at all sizes that systems ask for. */
    public static List<Image> all() {
        return IntStream.of(16, 32, 48, 128, 256).<Image>mapToObj(AppIcon::draw).toList();
    }

    /** The icon at one size, px. */
    public static WritableImage draw(int size) {
        WritableImage image = new WritableImage(size, size);
        PixelWriter pixels = image.getPixelWriter();
        double corner = size * 0.2;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double cover = plate(x + 0.5, y + 0.5, size, corner);
                Color plate = Color.color(PLATE.getRed(), PLATE.getGreen(), PLATE.getBlue(), cover);
                pixels.setColor(x, y, plate);
            }
        }
        int thick = Math.max(2, Math.round(size * 0.125f));
        int side = Math.round(size * 0.1875f);
        int top = Math.round(size * 0.1875f);
        int bottom = size - Math.round(size * 0.1875f);
        fill(pixels, side, top, thick, bottom - top, UPRIGHT);
        fill(pixels, size - side - thick, top, thick, bottom - top, UPRIGHT);
        fill(pixels, side + thick, Math.round(size * 0.4375f), size - 2 * (side + thick), thick, BAR);
        return image;
    }

    private static void fill(PixelWriter pixels, int x, int y, int width, int height, Color color) {
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                pixels.setColor(column, row, color);
            }
        }
    }

    /** How much of a pixel lies on the plate with round corners, 0 to 1. */
    private static double plate(double x, double y, int size, double corner) {
        double dx = Math.max(0, Math.max(corner - x, x - (size - corner)));
        double dy = Math.max(0, Math.max(corner - y, y - (size - corner)));
        return Math.clamp(corner + 0.5 - Math.hypot(dx, dy), 0, 1);
    }
}
