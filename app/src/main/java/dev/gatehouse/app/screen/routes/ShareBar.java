package dev.gatehouse.app.screen.routes;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A part of a whole as a bar. */
final class ShareBar extends StackPane {
    private final Region part = new Region();
    private final double share;

    ShareBar(double share) {
        this.share = share;
        part.getStyleClass().add("share-part");
        getStyleClass().add("share-bar");
        part.setManaged(false);
        getChildren().add(part);
    }

    @Override
    protected void layoutChildren() {
        part.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
