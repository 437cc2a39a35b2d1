package dev.gatehouse.app.shell;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What lies above the content, one at a time: a dialog, a sheet at the side, or the palette. Esc closes it. */
public final class Layers {
    private final ModalPane pane;
    private Runnable whenClosed = () -> {};

    Layers(ModalPane pane) {
        this.pane = pane;
        // Motion is for orientation only, and a picture must not catch a layer half way.
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        // Esc hides the pane from within, and leaves what it showed behind.
        pane.displayProperty().addListener((property, before, shown) -> {
            if (!shown) {
                pane.setContent(null);
                Runnable told = whenClosed;
                whenClosed = () -> {};
                told.run();
            }
        });
    }

    /** Layers in a pane that stands above everything else of a scene. */
    public static Layers in(ModalPane pane) {
        return new Layers(pane);
    }

    /** Shows a decision in the middle, as high as what it holds. */
    public void dialog(Region dialog) {
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        show(dialog, Pos.CENTER);
        dialog.getStyleClass().removeAll("layer", "dialog");
        dialog.getStyleClass().addAll("layer", "dialog");
    }

    /** The same; tells when it is no longer shown, however it was closed. */
    public void dialog(Region dialog, Runnable closed) {
        dialog(dialog);
        whenClosed = closed;
    }

    /** Shows a sheet at the right. */
    public void sheet(Node sheet) {
        sheet.getStyleClass().add("sheet");
        show(sheet, Pos.TOP_RIGHT);
    }

    /** The same; tells when it is no longer shown, however it was closed. */
    public void sheet(Node sheet, Runnable closed) {
        sheet(sheet);
        whenClosed = closed;
    }

    void palette(Node palette) {
        StackPane place = new StackPane(palette);
        place.getStyleClass().add("palette-place");
        place.setPickOnBounds(false);
        show(place, Pos.TOP_CENTER);
    }

    /** Shows a list under the profile chip. */
    void menu(Node menu) {
        StackPane place = new StackPane(menu);
        place.getStyleClass().add("menu-place");
        place.setPickOnBounds(false);
        show(place, Pos.TOP_LEFT);
    }

    /** Whether something is open. */
    boolean isOpen() {
        return pane.isDisplay();
    }

    /** Closes what is open. */
    public void close() {
        pane.hide(true);
    }

    private void show(Node node, Pos place) {
        pane.setAlignment(place);
        pane.show(node);
    }
}
