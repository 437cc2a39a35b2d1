package dev.gatehouse.app.screen;

/**
 * A screen's controller, the class that its FXML names. The frame calls it on the FX thread.
 *
 * <p>A view takes its view-model in the constructor; the composition root makes both, once. A screen is loaded when it
 * is first opened and kept after.
 */
public interface ScreenView {
    /** The screen is on show now: what only moves while it is looked at starts here. */
    default void shown() {}

    /** The screen is no longer on show; nothing of it may be drawn until {@link #shown()} comes again. */
    default void hidden() {}
}
