package dev.gatehouse.app.screen.gallery;

import dev.gatehouse.app.screen.ScreenView;
import javafx.fxml.FXML;
import javafx.scene.layout.FlowPane;

/** The gallery's controller. */
public final class GalleryView implements ScreenView {
    @FXML
    private FlowPane samples;

    @FXML
    private void initialize() {
        samples.getChildren().addAll(Samples.all());
    }
}
