package dev.gatehouse.app.shell;

/**
 * A place in the console that one can come back to.
 *
 * @param screen which screen
 * @param selection what is chosen there, such as a route's name; empty for nothing
 * @param filter what is looked for there; empty for everything
 */
public record Place(Screen screen, String selection, String filter) {
    /** A screen as it was left. */
    public static Place of(Screen screen) {
        return new Place(screen, "", "");
    }
}
