package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The parts of a whole side by side in one bar, each in the colour that its name has beside it. */
final class SharesBar extends Pane {
    /** More hues than these cannot be told apart. */
    private static final int HUES = 5;

    private final List<Rollout.Part> parts;

    SharesBar(List<Rollout.Part> parts) {
        this.parts = parts;
        getStyleClass().add("shares-bar");
        for (int i = 0; i < parts.size(); i++) {
            Region part = new Region();
            part.getStyleClass().addAll("shares-part", hue(i));
            part.setManaged(false);
            getChildren().add(part);
        }
    }

    /** The mark beside a part's name. */
    static Node swatch(int index) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("shares-swatch", hue(index));
        HBox middle = new HBox(swatch); // a label stretches what it shows
        middle.getStyleClass().add("align-center");
        return middle;
    }

    private static String hue(int index) {
        return index < HUES ? "swatch-series-" + (index + 1) : "swatch-series-other";
    }

    @Override
    protected void layoutChildren() {
        double gap = getHeight() / 6;
        double left = 0;
        for (int i = 0; i < parts.size(); i++) {
            double right = left + parts.get(i).share() * (getWidth() + gap);
            getChildren().get(i).resizeRelocate(left, 0, Math.max(0, right - left - gap), getHeight());
            left = right;
        }
    }
}
