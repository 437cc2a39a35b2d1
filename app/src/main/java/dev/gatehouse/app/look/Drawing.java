package dev.gatehouse.app.look;

import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** A path on a square grid, scaled to the region's size, which the style sheet gives; so it grows with the text. */
abstract class Drawing extends Region {
    private final SVGPath path = new SVGPath();
    private final Scale scale = new Scale();
    private final double grid;

    Drawing(double grid, String... styleClasses) {
        this.grid = grid;
        getStyleClass().setAll(styleClasses);
        path.getStyleClass().add("icon-path");
        path.setFillRule(FillRule.EVEN_ODD);
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
        setMouseTransparent(true);
    }

    final void draw(String content) {
        path.setContent(content);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        scale.setX(side / grid);
        scale.setY(side / grid);
        path.setLayoutX((getWidth() - side) / 2);
        path.setLayoutY((getHeight() - side) / 2);
    }
}
