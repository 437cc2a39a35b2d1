package dev.gatehouse.app.table;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars where rows will be, for a first load. */
public final class Skeleton extends VBox {
    /** How many rows are hinted at. */
    private static final int ROWS = 6;

    /** Rows of different lengths, so that they do not look like lines of a frame. */
    public Skeleton() {
        getStyleClass().add("skeleton-rows");
        for (int i = 0; i < ROWS; i++) {
            Region row = new Region();
            row.getStyleClass().add("skeleton");
            if (i % 2 == 1) {
                row.getStyleClass().add("skeleton-short");
            }
            getChildren().add(row);
        }
    }
}
