package dev.gatehouse.app.screen;

/**
 * A screen's controller, the class that its FXML names. The frame calls it on the FX thread.
 *
 * <p>A view takes its view-model in the constructor; the composition root makes both, once. A screen is loaded when it
 * is first opened and kept after.
 */
public interface ScreenView {
    /**
     * Somebody comes to a place on this screen, or goes from one to another while it is on show; called before {@link
     * #shown()}. What the screen itself noted as its place comes back through here as well.
     *
     * @param selection what is to be chosen; empty for what was chosen last
     * @param filter what is to be looked for; empty for what was looked for last
     */
    default void go(String selection, String filter) {}

    /** The screen is on show now: what only moves while it is looked at starts here. */
    default void shown() {}

    /** The screen is no longer on show; nothing of it may be drawn until {@link #shown()} comes again. */
    default void hidden() {}
}
